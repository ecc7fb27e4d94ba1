#include "chances.h"
#include "multisearch.h"
#include "sets.h"

#include <limits.h>
#include <string.h>

/* A match begins with an opening of its matcher, and in the same sentence, or anywhere behind, follow strings of which
   it needs one each. Both are looked for here, in one go for all matchers, so that what is tried is worth it. */

typedef struct {
    int topic;       /* the number of its name */
    int need, needs; /* which searches say whether there is what it needs: the first of them, and how many */
    int goes_beyond; /* the end of the sentence */
} Matcher;

typedef struct {
    PyObject_HEAD MultiSearch *openings;
    PyObject *topics; /* the names, a tuple */
    PyObject *needs;  /* the searches, a list */
    PyObject *stops;  /* what ends a sentence */
    PyObject *given;  /* all that it was made of */
    Matcher *matchers;
    int *numbers; /* of matchers, by opening: those of opening `n` stand from `first[n]` to `first[n + 1]` */
    int *first;
    int count;
} Chances;

/* What is found in one text. */
typedef struct {
    PyObject *text;
    PyObject **rows;   /* the places of each topic, NULL for none */
    Py_ssize_t *after; /* for each matcher, places before this need no look */
    Py_ssize_t end;    /* of the sentence around the last place; not known before it is above 0 */
} Sight;

static Py_ssize_t
end_of_sentence(const Chances *self, Sight *sight, Py_ssize_t start)
{
    if (sight->end > start)
        return sight->end;
    const Py_ssize_t size = PyUnicode_GET_LENGTH(sight->text);
    for (sight->end = start; sight->end < size; sight->end++) {
        const Py_UCS4 sign = PyUnicode_READ_CHAR(sight->text, sight->end);
        for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(self->stops); at++)
            if (PyUnicode_READ_CHAR(self->stops, at) == sign)
                return sight->end;
    }
    return size;
}

/* Whether a matcher has all it needs behind a place. Where it has not, it is not looked at again before that can
 * change.
 */
static int
has_a_chance(const Chances *self, Sight *sight, int number, Py_ssize_t start)
{
    const Matcher *matcher = &self->matchers[number];
    if (!matcher->needs)
        return 1;
    const Py_ssize_t end =
        matcher->goes_beyond ? PyUnicode_GET_LENGTH(sight->text) : end_of_sentence(self, sight, start);
    for (int at = 0; at < matcher->needs; at++) {
        Places found = {.one_will_do = 1};
        const MultiSearch *need = (const MultiSearch *)PyList_GET_ITEM(self->needs, matcher->need + at);
        const int stands = find_in(need, sight->text, start, end, &found);
        if (stands <= 0) {
            sight->after[number] = end > start ? end : start + 1;
            return stands;
        }
    }
    return 1;
}

/* Adds a place to the row of a topic, behind those before it, and behind matchers of smaller numbers at the same one.
 */
static int
add_chance(PyObject **row, Py_ssize_t start, int number)
{
    if (!*row && !(*row = PyList_New(0)))
        return -1;
    PyObject *chance = Py_BuildValue("(ni)", start, number);
    if (!chance)
        return -1;
    Py_ssize_t at = PyList_GET_SIZE(*row);
    for (; at; at--) {
        PyObject *before = PyList_GET_ITEM(*row, at - 1);
        if (PyLong_AsSsize_t(PyTuple_GET_ITEM(before, 0)) < start ||
            PyLong_AsLong(PyTuple_GET_ITEM(before, 1)) < number)
            break;
    }
    const int failed = PyList_Insert(*row, at, chance);
    Py_DECREF(chance);
    return failed;
}

static int
look_for(const Chances *self, Sight *sight, int number, Py_ssize_t start)
{
    if (start < sight->after[number])
        return 0;
    sight->after[number] = start + 1; /* another opening may be the beginning of this one */
    const int chance = has_a_chance(self, sight, number, start);
    return chance > 0 ? add_chance(&sight->rows[self->matchers[number].topic], start, number) : chance;
}

static int
look_at_opening(const Chances *self, Sight *sight, const Place *place)
{
    for (int at = self->first[place->number]; at < self->first[place->number + 1]; at++)
        if (look_for(self, sight, self->numbers[at], place->at) < 0)
            return -1;
    return 0;
}

static int
wrong(const char *what)
{
    PyErr_SetString(PyExc_TypeError, what);
    return -1;
}

/* A number of a matcher, or -1 with an exception. */
static int
number_of(const Chances *self, PyObject *given)
{
    const long number = PyLong_AsLong(given);
    if (number < 0 || number >= self->count)
        return PyErr_Occurred() ? -1 : wrong("there is no matcher of such a number");
    return (int)number;
}

static int
look_at_word(const Chances *self, Sight *sight, PyObject *numbers, Py_ssize_t start)
{
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(numbers); at++) {
        const int number = number_of(self, PyList_GET_ITEM(numbers, at));
        if (number < 0 || look_for(self, sight, number, start) < 0)
            return -1;
    }
    return 0;
}

/* Looks at openings and at words, both in the order of their places. */
static int
look_at_all(const Chances *self, Sight *sight, const Places *openings, PyObject *words)
{
    Py_ssize_t opening = 0;
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(words); at++) {
        PyObject *word = PyList_GET_ITEM(words, at), *numbers;
        Py_ssize_t start;
        if (!PyTuple_Check(word) || !PyArg_ParseTuple(word, "nO!", &start, &PyList_Type, &numbers))
            return wrong("a word is where it stands, and a list of the numbers of its matchers");
        for (; opening < openings->count && openings->places[opening].at < start; opening++)
            if (look_at_opening(self, sight, &openings->places[opening]) < 0)
                return -1;
        if (look_at_word(self, sight, numbers, start) < 0)
            return -1;
    }
    for (; opening < openings->count; opening++)
        if (look_at_opening(self, sight, &openings->places[opening]) < 0)
            return -1;
    return 0;
}

static PyObject *
by_topic(const Chances *self, PyObject **rows)
{
    PyObject *found = PyDict_New();
    for (Py_ssize_t topic = 0; found && topic < PyTuple_GET_SIZE(self->topics); topic++)
        if (rows[topic] && PyDict_SetItem(found, PyTuple_GET_ITEM(self->topics, topic), rows[topic]) < 0)
            Py_CLEAR(found);
    return found;
}

static PyObject *
chances_of(Chances *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[0]) || !PyList_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "what is looked into is a string, with a list of words");
        return NULL;
    }
    PyObject *text = args[0];
    const Py_ssize_t topics = PyTuple_GET_SIZE(self->topics);
    Places places = {0};
    Sight sight = {text, zeroed(topics, sizeof(PyObject *)), zeroed(self->count, sizeof(Py_ssize_t)), 0};
    int failed = !sight.rows || !sight.after || find_in(self->openings, text, 0, PY_SSIZE_T_MAX, &places) < 0;
    failed = failed || look_at_all(self, &sight, &places, args[1]) < 0;
    PyObject *found = failed ? NULL : by_topic(self, sight.rows);
    for (Py_ssize_t topic = 0; sight.rows && topic < topics; topic++)
        Py_XDECREF(sight.rows[topic]);
    PyMem_Free(sight.rows);
    PyMem_Free(sight.after);
    PyMem_Free(places.places);
    return found;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

/* Takes one matcher over: the number of its topic, whether it goes beyond its sentence, and its needs. */
static int
take_matcher(Chances *self, PyObject *given, Matcher *matcher)
{
    PyObject *needs;
    if (!PyTuple_Check(given) ||
        !PyArg_ParseTuple(given, "ipO!", &matcher->topic, &matcher->goes_beyond, &PyTuple_Type, &needs))
        return wrong("a matcher is the number of its topic, whether it goes beyond its sentence, and its needs");
    if (matcher->topic < 0 || matcher->topic >= PyTuple_GET_SIZE(self->topics))
        return wrong("there is no topic of such a number");
    matcher->need = (int)PyList_GET_SIZE(self->needs);
    matcher->needs = (int)PyTuple_GET_SIZE(needs);
    for (int at = 0; at < matcher->needs; at++) {
        PyObject *need = PyTuple_GET_ITEM(needs, at);
        if (!Py_IS_TYPE(need, &MultiSearchType))
            return wrong("what a matcher needs is a search for strings");
        if (PyList_Append(self->needs, need) < 0)
            return -1;
    }
    return 0;
}

/* Takes over which matchers each opening has. */
static int
take_numbers(Chances *self, PyObject *given)
{
    const Py_ssize_t openings = PyTuple_GET_SIZE(given);
    Py_ssize_t count = 0;
    if (openings != count_of_strings(self->openings))
        return wrong("each opening has the numbers of its matchers");
    for (Py_ssize_t opening = 0; opening < openings; opening++) {
        if (!PyTuple_Check(PyTuple_GET_ITEM(given, opening)))
            return wrong("each opening has the numbers of its matchers");
        count += PyTuple_GET_SIZE(PyTuple_GET_ITEM(given, opening));
    }
    if (count > INT_MAX)
        return wrong("that is too many matchers");
    self->numbers = zeroed(count, sizeof(int));
    self->first = zeroed(openings + 1, sizeof(int));
    if (!self->numbers || !self->first)
        return -1;
    int filled = 0;
    for (Py_ssize_t opening = 0; opening < openings; opening++) {
        PyObject *mine = PyTuple_GET_ITEM(given, opening);
        for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(mine); at++) {
            const int number = number_of(self, PyTuple_GET_ITEM(mine, at));
            if (number < 0)
                return -1;
            self->numbers[filled++] = number;
        }
        self->first[opening + 1] = filled;
    }
    return 0;
}

static int
take_all(Chances *self, PyObject *numbers, PyObject *matchers)
{
    if (PyTuple_GET_SIZE(matchers) > INT_MAX)
        return wrong("that is too many matchers");
    self->count = (int)PyTuple_GET_SIZE(matchers);
    self->matchers = zeroed(self->count, sizeof(Matcher));
    self->needs = PyList_New(0);
    if (!self->matchers || !self->needs)
        return -1;
    for (int at = 0; at < self->count; at++)
        if (take_matcher(self, PyTuple_GET_ITEM(matchers, at), &self->matchers[at]) < 0)
            return -1;
    return take_numbers(self, numbers);
}

static PyObject *
chances_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *words[] = {"openings", "numbers", "topics", "matchers", "stops", NULL};
    PyObject *openings, *numbers, *topics, *matchers, *stops;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!O!O!O!U:Chances", words, &MultiSearchType, &openings,
                                     &PyTuple_Type, &numbers, &PyTuple_Type, &topics, &PyTuple_Type, &matchers, &stops))
        return NULL;
    Chances *self = (Chances *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->openings = (MultiSearch *)Py_NewRef(openings);
    self->topics = Py_NewRef(topics);
    self->stops = Py_NewRef(stops);
    self->given = Py_BuildValue("(OOOOO)", openings, numbers, topics, matchers, stops);
    if (!self->given || take_all(self, numbers, matchers) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void
chances_dealloc(Chances *self)
{
    Py_XDECREF(self->openings);
    Py_XDECREF(self->topics);
    Py_XDECREF(self->needs);
    Py_XDECREF(self->stops);
    Py_XDECREF(self->given);
    PyMem_Free(self->matchers);
    PyMem_Free(self->numbers);
    PyMem_Free(self->first);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* It is copied and pickled by what it was made of. */
static PyObject *
chances_reduce(Chances *self, PyObject *Py_UNUSED(ignored))
{
    return Py_BuildValue("OO", Py_TYPE(self), self->given);
}

static PyMethodDef chances_methods[] = {
    {"of", (PyCFunction)chances_of, METH_FASTCALL,
     "By topic, the places of a text where a match has a chance to begin, each with the number of its matcher. Words "
     "that matchers begin with come with the text: where they stand, in order, and the numbers of the matchers."},
    {"__reduce__", (PyCFunction)chances_reduce, METH_NOARGS, "What it is made of."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject ChancesType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "kotowari.extension._compiled.Chances",
    .tp_doc = "Where matches of many phrases have a chance to begin.",
    .tp_basicsize = sizeof(Chances),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = chances_new,
    .tp_dealloc = (destructor)chances_dealloc,
    .tp_methods = chances_methods,
};
