#include "form.h"

#include <string.h>

PyObject *key_text, *key_id;

/* --- the shape ---------------------------------------------------------------------------------------------------- */

static int
form_traverse(Form *self, visitproc visit, void *arg)
{
    for (Py_ssize_t at = 0; self->field && at < self->fields; at++) {
        Py_VISIT(self->field[at].choices);
        Py_VISIT(self->field[at].left);
        Py_VISIT(self->field[at].other);
    }
    Py_VISIT(self->names);
    return 0;
}

static int
form_clear(Form *self)
{
    for (Py_ssize_t at = 0; self->field && at < self->fields; at++) {
        Field *field = &self->field[at];
        Py_CLEAR(field->key);
        Py_CLEAR(field->yes);
        Py_CLEAR(field->no);
        Py_CLEAR(field->choices);
        Py_CLEAR(field->left);
        Py_CLEAR(field->other);
        PyMem_Free(field->begins);
        field->begins = NULL;
    }
    for (Py_ssize_t at = 0; self->group && at < self->groups; at++)
        Py_CLEAR(self->group[at].key);
    for (Py_ssize_t at = 0; self->left_aside && at < self->aside; at++)
        Py_CLEAR(self->left_aside[at].key);
    PyMem_Free(self->field);
    PyMem_Free(self->group);
    PyMem_Free(self->left_aside);
    self->field = NULL;
    self->group = self->left_aside = NULL;
    Py_CLEAR(self->names);
    Py_CLEAR(self->defaults);
    Py_CLEAR(self->unknown);
    return 0;
}

static void
form_dealloc(Form *self)
{
    PyObject_GC_UnTrack(self);
    form_clear(self);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* As PyArg_ParseTuple, which takes for granted that there is a tuple. */
static int
is_tuple(PyObject *given)
{
    if (PyTuple_Check(given))
        return 1;
    PyErr_SetString(PyExc_TypeError, "a tuple is needed");
    return 0;
}

/* Groups and members by the group that holds them, which is before them; only groups can be in none. */
static int
read_groups(PyObject *given, Group **groups, Py_ssize_t *count, Py_ssize_t lowest, Py_ssize_t before)
{
    Py_ssize_t size = PyTuple_GET_SIZE(given);
    *groups = zeroed(size, sizeof(Group));
    if (!*groups)
        return -1;
    *count = size;
    for (Py_ssize_t at = 0; at < size; at++) {
        Group *group = &(*groups)[at];
        PyObject *key;
        if (!is_tuple(PyTuple_GET_ITEM(given, at)) ||
            !PyArg_ParseTuple(PyTuple_GET_ITEM(given, at), "nUn", &group->parent, &key, &group->size))
            return -1;
        if (group->parent < lowest || group->parent >= (before < 0 ? at : before)) {
            PyErr_SetString(PyExc_ValueError, "there is no such group before it");
            return -1;
        }
        group->key = Py_NewRef(key);
    }
    return 0;
}

/* Sets of rules are whole numbers, none below 0. */
static int
are_sets(PyObject *list)
{
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(list); at++)
        if (!is_set(PyList_GET_ITEM(list, at)))
            return 0;
    return 1;
}

static int
read_whole(Field *field, PyObject *numbers)
{
    PyObject *begins, *left;
    if (!is_tuple(numbers) ||
        !PyArg_ParseTuple(numbers, "LLO!O!", &field->low, &field->high, &PyList_Type, &begins, &PyList_Type, &left))
        return -1;
    Py_ssize_t count = PyList_GET_SIZE(begins);
    if (PyList_GET_SIZE(left) != count + 1 || !are_sets(left)) {
        PyErr_SetString(PyExc_ValueError, "one set of rules more is needed than there are beginnings");
        return -1;
    }
    field->left = Py_NewRef(left);
    field->begins = zeroed(count, sizeof(long long));
    if (!field->begins)
        return -1;
    field->count = count;
    for (Py_ssize_t at = 0; at < count; at++) {
        field->begins[at] = PyLong_AsLongLong(PyList_GET_ITEM(begins, at));
        if (field->begins[at] == -1 && PyErr_Occurred())
            return -1;
    }
    return 0;
}

static int
read_choices(Field *field, PyObject *choices)
{
    Py_ssize_t position = 0;
    PyObject *choice, *rules;
    if (!PyDict_CheckExact(choices)) {
        PyErr_SetString(PyExc_TypeError, "choices are a dict");
        return -1;
    }
    while (PyDict_Next(choices, &position, &choice, &rules))
        if (!is_set(rules)) {
            PyErr_SetString(PyExc_TypeError, "choices leave sets of rules");
            return -1;
        }
    field->choices = Py_NewRef(choices);
    return 0;
}

static int
read_flag(Field *field, PyObject *sets)
{
    PyObject *yes, *no;
    if (!is_tuple(sets) || !PyArg_ParseTuple(sets, "O!O!", &PyLong_Type, &yes, &PyLong_Type, &no))
        return -1;
    field->yes = Py_NewRef(yes);
    field->no = Py_NewRef(no);
    return 0;
}

static int
read_field(Field *field, PyObject *given, Py_ssize_t groups)
{
    PyObject *key, *data, *other;
    int kind;
    if (!is_tuple(given) ||
        !PyArg_ParseTuple(given, "nUCpOO", &field->group, &key, &kind, &field->narrows, &data, &other))
        return -1;
    if (field->group < 0 || field->group >= groups) {
        PyErr_SetString(PyExc_ValueError, "there is no such group");
        return -1;
    }
    field->key = Py_NewRef(key);
    field->other = Py_NewRef(other);
    field->kind = kind == 'f' ? FLAG : kind == 'c' ? CHOICE : kind == 'w' ? WHOLE : OTHER;
    switch (field->kind) {
    case FLAG:
        return read_flag(field, data);
    case CHOICE:
        return read_choices(field, data);
    case WHOLE:
        return read_whole(field, data);
    case OTHER:
        break;
    }
    return 0;
}

static PyObject *
form_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *words[] = {"keys", "groups", "fields", "aside", "names", "defaults", "unknown", NULL};
    PyObject *keys, *groups, *fields, *aside, *names, *defaults, *unknown;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!O!O!O!O!O!O!:Form", words, &PyTuple_Type, &keys, &PyTuple_Type,
                                     &groups, &PyTuple_Type, &fields, &PyTuple_Type, &aside, &PyTuple_Type, &names,
                                     &PyLong_Type, &defaults, &PyLong_Type, &unknown))
        return NULL;
    Form *self = (Form *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->names = Py_NewRef(names);
    self->defaults = Py_NewRef(defaults);
    self->unknown = Py_NewRef(unknown);
    self->keys = PyTuple_GET_SIZE(keys);
    self->text = PySequence_Contains(keys, key_text);
    self->id = PySequence_Contains(keys, key_id);
    if (self->text < 0 || self->id < 0)
        goto fail;
    if (PyTuple_GET_SIZE(groups) > MOST_GROUPS) {
        PyErr_SetString(PyExc_ValueError, "too many groups");
        goto fail;
    }
    if (read_groups(groups, &self->group, &self->groups, -1, -1) < 0 ||
        read_groups(aside, &self->left_aside, &self->aside, 0, PyTuple_GET_SIZE(groups)) < 0)
        goto fail;
    Py_ssize_t count = PyTuple_GET_SIZE(fields);
    self->field = zeroed(count, sizeof(Field));
    if (!self->field)
        goto fail;
    self->fields = count;
    for (Py_ssize_t at = 0; at < count; at++)
        if (read_field(&self->field[at], PyTuple_GET_ITEM(fields, at), self->groups) < 0)
            goto fail;
    return (PyObject *)self;
fail:
    Py_DECREF(self);
    return NULL;
}

PyTypeObject FormType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "kotowari.extension._compiled.Form",
    .tp_doc = "How requests of one shape are taken apart.",
    .tp_basicsize = sizeof(Form),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = form_new,
    .tp_dealloc = (destructor)form_dealloc,
    .tp_traverse = (traverseproc)form_traverse,
    .tp_clear = (inquiry)form_clear,
};

/* --- one request -------------------------------------------------------------------------------------------------- */

void
begin(Taken *taken)
{
    taken->text = taken->id = taken->values = taken->all = NULL;
    taken->by = taken->by_on_stack;
    taken->left = taken->left_on_stack;
    taken->count = taken->from = taken->size = 0;
}

void
drop(Taken *taken)
{
    for (Py_ssize_t at = 0; at < taken->count; at++)
        Py_DECREF(taken->by[at]);
    if (taken->by != taken->by_on_stack)
        PyMem_Free(taken->by);
    if (taken->left != taken->left_on_stack)
        PyMem_Free(taken->left);
    Py_XDECREF(taken->text);
    Py_XDECREF(taken->id);
    Py_XDECREF(taken->values);
    Py_XDECREF(taken->all);
}

static Outcome
unusual_where_refused(void)
{
    if (!PyErr_ExceptionMatches(PyExc_ValueError) && !PyErr_ExceptionMatches(PyExc_TypeError) &&
        !PyErr_ExceptionMatches(PyExc_KeyError))
        return -1;
    PyErr_Clear();
    return 0;
}

static Py_ssize_t
beginning(const Field *field, long long number)
{
    const long long *begins = field->begins;
    Py_ssize_t low = 0, high = field->count;
    while (low < high) {
        Py_ssize_t middle = (low + high) / 2;
        if (begins[middle] <= number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The rules that a value leaves, a new reference in `left`. */
static Outcome
look_up(const Field *field, PyObject *value, PyObject **left)
{
    int overflow;
    long long number;
    switch (field->kind) {
    case FLAG:
        if (value == Py_True || value == Py_False) {
            *left = Py_NewRef(value == Py_True ? field->yes : field->no);
            return 1;
        }
        break;
    case CHOICE:
        if (!PyUnicode_CheckExact(value) && value != Py_None)
            break;
        *left = Py_XNewRef(PyDict_GetItemWithError(field->choices, value));
        return *left ? 1 : PyErr_Occurred() ? -1 : 0;
    case WHOLE:
        if (!PyLong_CheckExact(value))
            break;
        number = PyLong_AsLongLongAndOverflow(value, &overflow);
        if (overflow || number < field->low || number > field->high)
            break;
        *left = Py_NewRef(PyList_GET_ITEM(field->left, beginning(field, number)));
        return 1;
    case OTHER:
        break;
    }
    *left = PyObject_CallOneArg(field->other, value);
    if (*left && !is_set(*left)) {
        Py_CLEAR(*left);
        PyErr_SetString(PyExc_RuntimeError, "that is no set of rules");
        return -1;
    }
    return *left ? 1 : unusual_where_refused();
}

/* What a dict has under a key, a new reference. A key of the dict that is no string may run code of its own. */
static Outcome
member(PyObject *dict, PyObject *key, PyObject **found)
{
    *found = Py_XNewRef(PyDict_GetItemWithError(dict, key));
    return *found ? 1 : PyErr_Occurred() ? unusual_where_refused() : 0;
}

/* Opens every object of facts; `groups` owns those that are opened. */
static Outcome
open_groups(const Form *form, PyObject *request, PyObject **groups)
{
    for (Py_ssize_t at = 0; at < form->groups; at++) {
        const Group *group = &form->group[at];
        Outcome outcome = member(group->parent < 0 ? request : groups[group->parent], group->key, &groups[at]);
        if (outcome != 1)
            return outcome;
        if (!PyDict_CheckExact(groups[at]) || PyDict_GET_SIZE(groups[at]) != group->size)
            return 0;
    }
    return 1;
}

/* Whether a value can be left aside: it holds no facts, and cannot change later. */
static int
is_single(PyObject *value)
{
    return PyUnicode_CheckExact(value) || PyLong_CheckExact(value) || value == Py_None || PyFloat_CheckExact(value) ||
           PyBool_Check(value);
}

/* Puts the values into a tuple, those that are left aside last. */
static Outcome
fill(const Form *form, PyObject **groups, PyObject *values)
{
    for (Py_ssize_t at = 0; at < form->fields + form->aside; at++) {
        int declared = at < form->fields;
        const Group *aside = declared ? NULL : &form->left_aside[at - form->fields];
        Py_ssize_t group = declared ? form->field[at].group : aside->parent;
        PyObject *value, *key = declared ? form->field[at].key : aside->key;
        Outcome outcome = member(groups[group], key, &value);
        if (outcome != 1)
            return outcome;
        PyTuple_SET_ITEM(values, at, value);
        if (!declared && !is_single(value))
            return 0;
    }
    return 1;
}

static Outcome
read_values(const Form *form, PyObject *request, PyObject **values)
{
    PyObject *groups[MOST_GROUPS] = {NULL};
    *values = PyTuple_New(form->fields + form->aside);
    Outcome outcome = *values ? open_groups(form, request, groups) : -1;
    if (outcome == 1)
        outcome = fill(form, groups, *values);
    for (Py_ssize_t at = 0; at < form->groups; at++)
        Py_XDECREF(groups[at]);
    return outcome;
}

static Outcome
read_head(const Form *form, PyObject *request, Taken *taken)
{
    if (PyDict_GET_SIZE(request) != form->keys)
        return 0;
    if (form->text) {
        Outcome outcome = member(request, key_text, &taken->text);
        if (outcome != 1 || !PyUnicode_CheckExact(taken->text))
            return outcome == 1 ? 0 : outcome;
    }
    if (form->id) {
        Outcome outcome = member(request, key_id, &taken->id);
        if (outcome != 1 || PyUnicode_CheckExact(taken->id))
            return outcome;
        int overflow = 1;
        if (PyLong_CheckExact(taken->id))
            PyLong_AsLongLongAndOverflow(taken->id, &overflow);
        return !overflow;
    }
    return 1;
}

/* Memory for what the values of a form leave of so many digits. */
static int
make_room(Taken *taken, Py_ssize_t count, Py_ssize_t size)
{
    if (count > (Py_ssize_t)Py_ARRAY_LENGTH(taken->by_on_stack)) {
        PyObject **by = zeroed(count, sizeof(PyObject *));
        if (!by)
            return -1;
        taken->by = by;
    }
    if (size > (Py_ssize_t)Py_ARRAY_LENGTH(taken->left_on_stack)) {
        digit *left = zeroed(size, sizeof(digit));
        if (!left)
            return -1;
        taken->left = left;
    }
    return 0;
}

static void
add(Taken *taken, PyObject *rules)
{
    taken->by[taken->count++] = rules;
    if (SIZE(rules) < taken->size)
        taken->size = taken->from = SIZE(rules);
}

Outcome
take(const Form *form, PyObject *request, PyObject *today, Taken *taken)
{
    Outcome outcome = read_head(form, request, taken);
    if (outcome == 1)
        outcome = read_values(form, request, &taken->values);
    if (outcome != 1)
        return outcome;
    if (make_room(taken, form->fields + 2, SIZE(today)) < 0)
        return -1;
    taken->size = taken->from = SIZE(today);
    add(taken, Py_NewRef(today));
    add(taken, Py_NewRef(form->defaults));
    for (Py_ssize_t at = 0; at < form->fields; at++) {
        PyObject *left;
        outcome = look_up(&form->field[at], PyTuple_GET_ITEM(taken->values, at), &left);
        if (outcome != 1)
            return outcome;
        if (form->field[at].narrows)
            add(taken, left);
        else
            Py_DECREF(left);
    }
    return 1;
}

static void
narrow(digit *restrict left, const digit *restrict digits, Py_ssize_t size)
{
    for (Py_ssize_t at = 0; at < size; at++)
        left[at] &= digits[at];
}

void
narrow_down(Taken *taken, Py_ssize_t from)
{
    const Py_ssize_t size = taken->size - from;
    memcpy(taken->left + from, DIGITS(taken->by[0]) + from, size * sizeof(digit));
    for (Py_ssize_t at = 1; at < taken->count; at++)
        narrow(taken->left + from, DIGITS(taken->by[at]) + from, size);
    taken->from = from;
}

int
one_is_left(const Taken *taken, Set rules, Set but)
{
    for (Py_ssize_t at = 0; at < rules.size && at < taken->size; at++) {
        digit left = rules.digits[at] & ~(at < but.size ? but.digits[at] : 0);
        for (Py_ssize_t number = 0; left && number < taken->count; number++)
            left &= DIGITS(taken->by[number])[at];
        if (left)
            return 1;
    }
    return 0;
}

PyObject *
all_left(Taken *taken)
{
    if (taken->all)
        return taken->all;
    PyObject *found = Py_NewRef(taken->by[0]);
    for (Py_ssize_t at = 1; found && at < taken->count; at++)
        Py_SETREF(found, PyNumber_And(found, taken->by[at]));
    return taken->all = found;
}
