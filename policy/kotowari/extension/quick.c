/* What settles ordinary requests, as `kotowari.requests.quick` does in Python: where this is compiled it is taken
   instead, and it gives the same. What it does not know, it leaves to the judge or to its callables. */

#include "form.h"
#include "mentioned.h"
#include "needles.h"
#include "strings.h"

#include <string.h>

/* --- what is known of a policy and of a text ---------------------------------------------------------------------- */

typedef struct {
    PyObject_HEAD PyObject *form_of, *rules_at; /* from a request to its form, from a moment to the rules that apply */
    PyObject *needs_of, *known;                 /* what a rule needs: by place where it was asked for before */
    PyObject *folded, *seen, *there, *in_force;
    PyObject *make_needles; /* gives `needles`, all that there are, which are made when they are first looked for */
    Needles *needles;
    PyObject *verdicts, *otherwise, *sure, *above;
    Py_ssize_t first, stronger;
    Py_ssize_t begins[8];         /* the first places of the verdicts, from the strongest on; the last is 0 */
    Py_ssize_t worth;             /* how many searches for one needle take as long as one for all */
    double average;               /* how many needles a rule is searched for by */
    PyObject *reading, *needless; /* the rules that need a topic, and the others */
    PyObject *single;             /* those that need one of some topics, and nothing else */
    Form *latest;
    PyObject *now, *today;
} Quick;

/* The text as far as it was looked into. It is `searched` once all needles were looked for: `there` are those in it,
   and of the rules that are left each has a needle of the first topic that it needs, or, where all these are `told`,
   that topic itself. */
typedef struct {
    PyObject *written, *folded, *seen;
    Found there;
    Py_ssize_t spent;
    int searched, told;
} Text;

static int
fold_text(const Quick *self, Text *text)
{
    if (text->folded)
        return 0;
    text->folded = small_letters(text->written);
    if (!text->folded && !PyErr_Occurred())
        text->folded = PyObject_CallOneArg(self->folded, text->written);
    if (text->folded && !PyUnicode_Check(text->folded)) {
        Py_CLEAR(text->folded);
        PyErr_SetString(PyExc_TypeError, "a folded text is a string");
    }
    return text->folded ? 0 : -1;
}

static int
see(const Quick *self, Text *text)
{
    if (text->seen)
        return 0;
    text->seen = PyObject_CallFunctionObjArgs(self->seen, text->written, text->folded, NULL);
    return text->seen ? 0 : -1;
}

static int
asked(PyObject *callable, PyObject *of)
{
    PyObject *answer = PyObject_CallOneArg(callable, of);
    int found = answer ? PyObject_IsTrue(answer) : -1;
    Py_XDECREF(answer);
    return found;
}

/* Whether plain words tell at once that a topic is there: 1, 0, or 2 where that takes more; -1 with an exception. */
static int
is_plainly_there(PyObject *there, const Text *text)
{
    if (!PyUnicode_IS_ASCII(text->folded) || !Py_IS_TYPE(there, &MentionedType))
        return 2;
    return mentioned_in(there, text->folded);
}

/* Whether one of the topics is there for certain whose needle is, by the callables that tell. */
static int
one_is_there(const Quick *self, PyObject *callables, Text *text)
{
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(callables); at++) {
        PyObject *there = PyList_GET_ITEM(callables, at);
        int found = is_plainly_there(there, text);
        if (found == 2)
            found = see(self, text) < 0 ? -1 : asked(there, text->seen);
        if (found)
            return found;
    }
    return 0;
}

/* The same for those of the needles that are known to be in the text. */
static int
known_topic_holds(const Quick *self, PyObject *searches, Text *text)
{
    for (Py_ssize_t at = 0; at < text->there.count; at++) {
        PyObject *needle = PyTuple_GET_ITEM(self->needles->strings, text->there.numbers[at]);
        PyObject *callables = PyDict_GetItemWithError(searches, needle);
        int found = callables ? one_is_there(self, callables, text) : PyErr_Occurred() ? -1 : 0;
        if (found)
            return found;
    }
    return 0;
}

/* Whether one of the topics is there that these searches are for, a list of callables by needle. */
static int
topic_holds(const Quick *self, PyObject *searches, Text *text)
{
    Py_ssize_t position = 0;
    PyObject *needle, *callables;
    if (text->searched)
        return known_topic_holds(self, searches, text);
    text->spent += PyDict_GET_SIZE(searches);
    while (PyDict_Next(searches, &position, &needle, &callables)) {
        int found = stands(needle, text->folded);
        if (found > 0)
            found = one_is_there(self, callables, text);
        if (found)
            return found;
    }
    return 0;
}

static int
make_needles(Quick *self)
{
    PyObject *needles = PyObject_CallNoArgs(self->make_needles);
    if (needles && !Py_IS_TYPE(needles, &NeedlesType)) {
        Py_CLEAR(needles);
        PyErr_SetString(PyExc_TypeError, "those are no needles");
    }
    if (needles && self->needles) /* made by another thread in the meantime */
        Py_DECREF(needles);
    else if (needles)
        self->needles = (Needles *)needles;
    return needles ? 0 : -1;
}

/* Searches the text for all needles. */
static int
search_all(Quick *self, Text *text)
{
    if (!self->needles && make_needles(self) < 0)
        return -1;
    int failed;
    if (PyUnicode_IS_ASCII(text->folded))
        failed = find_in_ascii(self->needles, text->folded, &text->there) < 0;
    else {
        PyObject *there = PyObject_CallOneArg(self->there, text->folded);
        failed = !there || find_named(self->needles, there, &text->there) < 0;
        Py_XDECREF(there);
    }
    text->searched = text->told = 1;
    return failed ? -1 : 0;
}

/* Adds the rules that have what they need first, as far as plain words tell, where a needle is in the text; the digits
   of `met` are those of the rules that are narrowed down. */
static int
add_helped(const Needles *needles, int needle, Text *text, const Taken *taken, digit *met)
{
    const int lowest = (int)taken->from * PyLong_SHIFT, highest = (int)taken->size * PyLong_SHIFT;
    for (int at = needles->first[needle]; at < needles->first[needle + 1]; at++) {
        const Topic *topic = &needles->topic[at];
        int holds = -2; /* nobody knows until one of these rules is left */
        for (int rule = topic->begin; rule < topic->end && needles->place[rule] >= lowest && holds; rule++) {
            const int place = needles->place[rule], number = place / PyLong_SHIFT;
            digit bit = (digit)1 << (place % PyLong_SHIFT);
            if (place >= highest || !(taken->left[number] & bit))
                continue;
            if (holds == -2)
                holds = is_plainly_there(topic->there, text);
            if (holds < 0)
                return -1;
            if (holds == 2) /* nobody asks until one of its rules comes next */
                text->told = 0;
            if (holds)
                met[number - taken->from] |= bit;
        }
    }
    return 0;
}

/* Leaves of the rules that are narrowed down only those that can have the first topic that they need. */
static int
leave_helped(Quick *self, Text *text, Taken *taken)
{
    Set needless = set_of(self->needless);
    digit *left = taken->left + taken->from, met_on_stack[ON_STACK];
    Py_ssize_t size = taken->size - taken->from;
    digit *met = size <= ON_STACK ? memset(met_on_stack, 0, size * sizeof(digit)) : zeroed(size, sizeof(digit));
    int failed = !met;
    for (Py_ssize_t at = 0; !failed && at < size && at + taken->from < needless.size; at++)
        met[at] = needless.digits[at + taken->from];
    for (Py_ssize_t at = 0; !failed && at < text->there.count; at++)
        failed = add_helped(self->needles, text->there.numbers[at], text, taken, met) < 0;
    for (Py_ssize_t at = 0; !failed && at < size; at++)
        left[at] &= met[at];
    if (met != met_on_stack)
        PyMem_Free(met);
    return failed ? -1 : 0;
}

/* What the rule at a place needs: the searches for its topics, and whether there is more. A new reference. */
static PyObject *
needs_at(const Quick *self, Py_ssize_t place)
{
    PyObject *found = PyList_GET_ITEM(self->known, place);
    if (found != Py_None)
        return Py_NewRef(found);
    PyObject *number = PyLong_FromSsize_t(place);
    found = number ? PyObject_CallOneArg(self->needs_of, number) : NULL;
    Py_XDECREF(number);
    if (found && (!PyTuple_Check(found) || PyTuple_GET_SIZE(found) != 2)) {
        Py_CLEAR(found);
        PyErr_SetString(PyExc_TypeError, "needs are topics, and whether there is more");
    }
    return found;
}

/* Whether more than so many of the rules that are left read the text. */
static int
many_read(const Quick *self, const Taken *taken, double most)
{
    Set reading = set_of(self->reading);
    for (Py_ssize_t at = Py_MIN(taken->size, reading.size) - 1; at >= taken->from && most >= 0; at--)
        for (digit left = taken->left[at] & reading.digits[at]; left && most >= 0; left &= left - 1)
            most -= 1;
    return most < 0;
}

/* Folds the text, and searches it for all needles at once where that is the quicker way. */
static int
ready_text(Quick *self, Text *text, Taken *taken)
{
    int first = !text->folded;
    if (first && fold_text(self, text) < 0)
        return -1;
    if (first && many_read(self, taken, self->worth / self->average))
        text->spent = self->worth;
    if (text->searched || text->spent < self->worth)
        return 0;
    return search_all(self, text) < 0 ? -1 : leave_helped(self, text, taken);
}

/* Whether the text has what a rule needs of it. */
static int
text_serves(const Quick *self, PyObject *topics, Text *text)
{
    if (fold_text(self, text) < 0)
        return -1;
    for (Py_ssize_t at = text->searched && text->told; at < PyTuple_GET_SIZE(topics); at++) {
        int holds = topic_holds(self, PyTuple_GET_ITEM(topics, at), text);
        if (holds != 1)
            return holds;
    }
    return 1;
}

/* Whether a rule applies, as far as it does not depend on others: 1, 0, or 2 where that takes a judge; -1 with an
   exception. */
static int
applies(const Quick *self, Py_ssize_t place, Text *text)
{
    if (text->searched && text->told && has(set_of(self->single), place))
        return 1;
    PyObject *needs = needs_at(self, place);
    if (!needs)
        return -1;
    PyObject *topics = PyTuple_GET_ITEM(needs, 0);
    int found = !PyTuple_GET_SIZE(topics) ? 1 : text->written ? text_serves(self, topics, text) : 2;
    if (found == 1 && PyTuple_GET_ITEM(needs, 1) == Py_True)
        found = 2;
    Py_DECREF(needs);
    return found;
}

/* Whether a rule that applies is in force, asked of Python: 1, 0, or 2 where that takes a judge; -1 with an exception.
 */
static int
is_in_force(const Quick *self, const Form *form, Py_ssize_t place, Taken *taken, Text *text)
{
    PyObject *left = all_left(taken);
    if (!left || (text->written && (fold_text(self, text) < 0 || see(self, text) < 0)))
        return -1;
    PyObject *seen = text->seen ? text->seen : Py_None;
    PyObject *answer = PyObject_CallFunction(self->in_force, "nOOO", place, left, form->unknown, seen);
    int found = !answer ? -1 : answer == Py_None ? 2 : PyObject_IsTrue(answer);
    Py_XDECREF(answer);
    return found;
}

/* Whether the rule at a place is in force: 1, 0, or 2 where that takes a judge; -1 with an exception. */
static int
stands_at(Quick *self, const Form *form, Py_ssize_t place, Taken *taken, Text *text)
{
    int found = applies(self, place, text);
    if (found == 1 && has(set_of(form->unknown), place))
        return 2;
    return found == 1 && has(set_of(self->above), place) ? is_in_force(self, form, place, taken, text) : found;
}

/* The next place, from the highest on, of a rule that is in force among those that are narrowed down; these are then
   done, down to it. Of those below `lowest` none matters. Also one of these: */
enum { NONE = -1, JUDGE = -2, FAILED = -3 };

static Py_ssize_t
next_in_force(Quick *self, const Form *form, Taken *taken, Text *text, Py_ssize_t lowest)
{
    Set reading = set_of(self->reading);
    while (taken->size > taken->from) {
        digit *top = &taken->left[taken->size - 1];
        if (!*top) {
            taken->size--;
            continue;
        }
        int bit = 31 - __builtin_clz(*top);
        Py_ssize_t place = (taken->size - 1) * PyLong_SHIFT + bit;
        if (place < lowest) {
            taken->size = taken->from = 0;
            break;
        }
        if (text->written && !text->searched && has(reading, place)) {
            if (ready_text(self, text, taken) < 0)
                return FAILED;
            if (text->searched)
                continue; /* perhaps this rule is not left */
        }
        *top ^= (digit)1 << bit;
        int stands = stands_at(self, form, place, taken, text);
        if (stands < 0 || stands == 2)
            return stands < 0 ? FAILED : JUDGE;
        if (stands)
            return place;
    }
    return NONE;
}

/* Whether it takes a judge since a rule applies that reads the text and something unknown, as far as one is narrowed
   down; those that do not apply are then no longer left. Also what next_in_force gives. */
static Py_ssize_t
unsure_one(Quick *self, const Form *form, Taken *taken, Text *text, Py_ssize_t lowest)
{
    Set reading = set_of(self->reading), unknown = set_of(form->unknown);
    for (Py_ssize_t at = Py_MIN(Py_MIN(taken->size, reading.size), unknown.size) - 1; at >= taken->from; at--) {
        for (digit unsure; (unsure = taken->left[at] & reading.digits[at] & unknown.digits[at]);) {
            const int bit = 31 - __builtin_clz(unsure);
            const Py_ssize_t place = at * PyLong_SHIFT + bit;
            if (place < lowest)
                return NONE;
            if (ready_text(self, text, taken) < 0)
                return FAILED;
            if (!(taken->left[at] >> bit & 1))
                continue; /* the text has been searched in the meantime */
            int found = applies(self, place, text);
            if (found)
                return found < 0 ? FAILED : JUDGE;
            taken->left[at] ^= (digit)1 << bit;
        }
    }
    return NONE;
}

/* Leaves no rule from a place on. */
static void
leave_below(Taken *taken, Py_ssize_t place)
{
    const Py_ssize_t last = place / PyLong_SHIFT;
    taken->size = Py_MIN(taken->size, last + 1);
    taken->from = Py_MIN(taken->from, taken->size);
    if (taken->from <= last && last < taken->size)
        taken->left[last] &= ((digit)1 << (place % PyLong_SHIFT)) - 1;
}

/* Narrows the rules of the next verdict down. */
static int
go_on(Quick *self, Taken *taken, Text *text)
{
    Py_ssize_t at = 0;
    while (self->begins[at] / PyLong_SHIFT >= taken->size)
        at++;
    narrow_down(taken, self->begins[at] / PyLong_SHIFT);
    return text->searched ? leave_helped(self, text, taken) : 0;
}

/* The verdict on what is left; None where it takes a judge. A new reference. */
static PyObject *
verdict(Quick *self, const Form *form, Taken *taken, Text *text)
{
    PyObject *found = NULL; /* a weaker verdict than the one that stands otherwise, borrowed */
    if (one_is_left(taken, set_of(self->sure), set_of(form->unknown)))
        return Py_NewRef(self->otherwise);
    /* To look for a topic takes long where no plain words tell. Most likely it takes a judge where a rule is unsure,
       and then a search for what others need would be in vain. */
    const int is_slow = text->written && !PyUnicode_IS_ASCII(text->written);
    for (;;) {
        const Py_ssize_t lowest = found ? 0 : self->first;
        Py_ssize_t place = is_slow ? unsure_one(self, form, taken, text, lowest) : NONE;
        if (place == NONE)
            place = next_in_force(self, form, taken, text, lowest);
        if (place <= JUDGE)
            return place == FAILED ? NULL : Py_NewRef(Py_None);
        if (place >= 0 && (place < self->first || place >= self->stronger))
            return Py_NewRef(PyTuple_GET_ITEM(self->verdicts, place));
        if (place >= 0) /* against it, those that stand otherwise matter, and no others */
            found = PyTuple_GET_ITEM(self->verdicts, place);
        else if (!taken->size || (!found && taken->size * PyLong_SHIFT <= self->first))
            return Py_NewRef(found ? found : self->otherwise);
        else if (go_on(self, taken, text) < 0)
            return NULL;
        if (found)
            leave_below(taken, self->first);
    }
}

/* --- the callable ------------------------------------------------------------------------------------------------- */

static int
quick_traverse(Quick *self, visitproc visit, void *arg)
{
    Py_VISIT(self->form_of);
    Py_VISIT(self->rules_at);
    Py_VISIT(self->needs_of);
    Py_VISIT(self->known);
    Py_VISIT(self->folded);
    Py_VISIT(self->seen);
    Py_VISIT(self->there);
    Py_VISIT(self->make_needles);
    Py_VISIT(self->needles);
    Py_VISIT(self->in_force);
    Py_VISIT(self->verdicts);
    Py_VISIT(self->otherwise);
    Py_VISIT(self->latest);
    Py_VISIT(self->now);
    return 0;
}

static int
quick_clear(Quick *self)
{
    Py_CLEAR(self->form_of);
    Py_CLEAR(self->rules_at);
    Py_CLEAR(self->needs_of);
    Py_CLEAR(self->known);
    Py_CLEAR(self->folded);
    Py_CLEAR(self->seen);
    Py_CLEAR(self->there);
    Py_CLEAR(self->make_needles);
    Py_CLEAR(self->needles);
    Py_CLEAR(self->in_force);
    Py_CLEAR(self->verdicts);
    Py_CLEAR(self->otherwise);
    Py_CLEAR(self->sure);
    Py_CLEAR(self->above);
    Py_CLEAR(self->reading);
    Py_CLEAR(self->needless);
    Py_CLEAR(self->single);
    Py_CLEAR(self->latest);
    Py_CLEAR(self->now);
    Py_CLEAR(self->today);
    return 0;
}

static void
quick_dealloc(Quick *self)
{
    PyObject_GC_UnTrack(self);
    quick_clear(self);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* The places at which the verdicts begin go down to 0; places are those of the verdicts. */
static int
read_begins(Quick *self, PyObject *begins)
{
    Py_ssize_t count = PyTuple_GET_SIZE(begins), before = PyTuple_GET_SIZE(self->verdicts);
    int fits = count && count <= (Py_ssize_t)Py_ARRAY_LENGTH(self->begins);
    for (Py_ssize_t at = 0; fits && at < count; at++) {
        Py_ssize_t place = PyLong_AsSsize_t(PyTuple_GET_ITEM(begins, at));
        if (place == -1 && PyErr_Occurred())
            return -1;
        fits = 0 <= place && place <= before;
        self->begins[at] = before = place;
    }
    if (fits && !before && self->first >= 0 && PyList_GET_SIZE(self->known) == PyTuple_GET_SIZE(self->verdicts))
        return 0;
    PyErr_SetString(PyExc_ValueError, "those are no places of verdicts");
    return -1;
}

static PyObject *
quick_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *words[] = {"form_of",  "rules_at", "needs_of",  "known",  "folded", "seen",  "there",    "needles",
                            "in_force", "verdicts", "otherwise", "sure",   "above",  "first", "stronger", "worth",
                            "average",  "reading",  "needless",  "single", "begins", NULL};
    Quick *self = (Quick *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    PyObject *form_of, *rules_at, *needs_of, *known, *folded, *seen, *there, *needles, *in_force;
    PyObject *verdicts, *otherwise, *sure, *above, *reading, *needless, *single, *begins;
    if (!PyArg_ParseTupleAndKeywords(
            args, kwargs, "$OOOO!OOOOOO!OO!O!nnndO!O!O!O!:Quick", words, &form_of, &rules_at, &needs_of, &PyList_Type,
            &known, &folded, &seen, &there, &needles, &in_force, &PyTuple_Type, &verdicts, &otherwise, &PyLong_Type,
            &sure, &PyLong_Type, &above, &self->first, &self->stronger, &self->worth, &self->average, &PyLong_Type,
            &reading, &PyLong_Type, &needless, &PyLong_Type, &single, &PyTuple_Type, &begins)) {
        Py_DECREF(self);
        return NULL;
    }
    self->form_of = Py_NewRef(form_of);
    self->rules_at = Py_NewRef(rules_at);
    self->needs_of = Py_NewRef(needs_of);
    self->known = Py_NewRef(known);
    self->folded = Py_NewRef(folded);
    self->seen = Py_NewRef(seen);
    self->there = Py_NewRef(there);
    self->make_needles = Py_NewRef(needles);
    self->in_force = Py_NewRef(in_force);
    self->verdicts = Py_NewRef(verdicts);
    self->otherwise = Py_NewRef(otherwise);
    self->sure = Py_NewRef(sure);
    self->above = Py_NewRef(above);
    self->reading = Py_NewRef(reading);
    self->needless = Py_NewRef(needless);
    self->single = Py_NewRef(single);
    if (read_begins(self, begins) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

/* The rules that apply at a moment, a new reference; None for a moment that has none. */
static PyObject *
rules_at(Quick *self, PyObject *now)
{
    if (self->now == now)
        return Py_NewRef(self->today);
    PyObject *today = PyObject_CallOneArg(self->rules_at, now);
    Py_ssize_t most = PyTuple_GET_SIZE(self->verdicts);
    if (today && today != Py_None &&
        (!is_set(today) || has(set_of(today), most) || SIZE(today) > most / PyLong_SHIFT + 1)) {
        Py_CLEAR(today);
        PyErr_SetString(PyExc_ValueError, "those are no rules of this policy");
    }
    if (today) { /* both at once: what is let go of may run code that decides, too */
        PyObject *before = self->now, *then = self->today;
        self->now = Py_NewRef(now);
        self->today = Py_NewRef(today);
        Py_XDECREF(before);
        Py_XDECREF(then);
    }
    return today;
}

/* The form by which a request was taken apart, a new reference; NULL with no exception for one that is not ordinary. */
static Form *
taken_apart(Quick *self, PyObject *request, PyObject *today, Taken *taken)
{
    if (self->latest) {
        Form *latest = (Form *)Py_NewRef(self->latest);
        Outcome outcome = take(latest, request, today, taken);
        if (outcome == 1)
            return latest;
        Py_DECREF(latest);
        drop(taken);
        begin(taken);
        if (outcome < 0)
            return NULL;
    }
    PyObject *form = PyObject_CallOneArg(self->form_of, request);
    if (!form || form == Py_None || !Py_IS_TYPE(form, &FormType)) {
        Py_XDECREF(form);
        return NULL;
    }
    if (take((Form *)form, request, today, taken) != 1) {
        Py_DECREF(form);
        return NULL;
    }
    Py_XSETREF(self->latest, (Form *)Py_NewRef(form));
    return (Form *)form;
}

static PyObject *
settled(const Form *form, const Taken *taken, PyObject *found, PyObject *now)
{
    PyObject *text = taken->text ? taken->text : Py_None, *id = taken->id ? taken->id : Py_None;
    return PyTuple_Pack(6, found, text, id, form->names, taken->values, now);
}

static PyObject *
quick_settle(Quick *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "a request and a moment are needed");
        return NULL;
    }
    PyObject *request = args[0], *now = args[1], *today = rules_at(self, now), *answer = NULL;
    if (!today)
        return NULL;
    if (today == Py_None || !PyDict_CheckExact(request)) {
        Py_DECREF(today);
        Py_RETURN_NONE;
    }
    Taken taken;
    begin(&taken);
    Form *form = taken_apart(self, request, today, &taken);
    if (form) {
        Text text = {.written = taken.text};
        PyObject *found = verdict(self, form, &taken, &text);
        if (found)
            answer = settled(form, &taken, found, now);
        Py_XDECREF(found);
        Py_XDECREF(text.folded);
        Py_XDECREF(text.seen);
        free_found(&text.there);
        Py_DECREF(form);
    }
    else if (!PyErr_Occurred())
        answer = Py_NewRef(Py_None);
    drop(&taken);
    Py_DECREF(today);
    return answer;
}

static PyMethodDef quick_methods[] = {
    {"settle", (PyCFunction)(void (*)(void))quick_settle, METH_FASTCALL,
     "The verdict on a request at a moment, and how it was taken apart; None where the request is not ordinary."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject QuickType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "kotowari.extension._compiled.Quick",
    .tp_doc = "What settles ordinary requests of one policy.",
    .tp_basicsize = sizeof(Quick),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = quick_new,
    .tp_dealloc = (destructor)quick_dealloc,
    .tp_traverse = (traverseproc)quick_traverse,
    .tp_clear = (inquiry)quick_clear,
    .tp_methods = quick_methods,
};
