#include "multisearch.h"
#include "sets.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

/* At each place of a text, two characters choose by their hash the strings that can begin there, and one character
   those that consist of it alone. Most places of a text in Japanese begin some string by their first character, hardly
   any by two, so a bit for each first character would save little more than it does in other languages: there it saves
   nearly all. After Udi Manber and Sun Wu, "A fast algorithm for multi-pattern searching", 1994, without its shifts,
   since words of Japanese are as short as two characters. */

#define ALONE UINT32_MAX /* stands for the second character of a string that has one */
#define LEAST_HEADS 6    /* bits of a hash, for the table */
#define MOST_HEADS 20
#define LEAST_FIRSTS 0x400 /* first characters that are told apart, by their last bits */
#define MOST_FIRSTS 0x10000

/* A string: its first two characters, and where those behind them stand. */
typedef struct {
    Py_UCS4 first, second;
    int at, size;
    int next; /* the string after it of the same hash, -1 for none */
} String;

struct MultiSearch {
    PyObject_HEAD PyObject *strings;
    String *string;   /* by number */
    Py_UCS4 *others;  /* all but the first two characters of each */
    int *heads;       /* the first string of each hash */
    int shift;        /* what a table of this size leaves of a hash */
    uint64_t *begins; /* whether a string can begin so, by first character */
    Py_UCS4 firsts;   /* how many of these are told apart, less one */
};

static inline int *
head_of(const MultiSearch *self, Py_UCS4 first, Py_UCS4 second)
{
    const uint64_t both = (uint64_t)first << 32 | second;
    return &self->heads[both * 0x9E3779B97F4A7C15u >> self->shift];
}

static inline int
can_begin(const MultiSearch *self, Py_UCS4 first)
{
    first &= self->firsts;
    return self->begins[first / 64] >> (first % 64) & 1;
}

/* 1 where no further place is wanted. */
static int
add_place(Places *found, int number, Py_ssize_t at)
{
    if (found->one_will_do)
        return 1;
    if (found->seen) {
        uint64_t *word = &found->seen[number / 64], bit = (uint64_t)1 << (number % 64);
        if (*word & bit)
            return 0;
        *word |= bit;
    }
    if (found->count == found->room) {
        Place *more = PyMem_Realloc(found->places, 2 * (found->room + 32) * sizeof(Place));
        if (!more) {
            PyErr_NoMemory();
            return -1;
        }
        found->places = more;
        found->room = 2 * (found->room + 32);
    }
    found->places[found->count++] = (Place){number, at};
    return 0;
}

/* A text as Python keeps it: `kind` bytes a character. */
typedef struct {
    const void *at;
    Py_ssize_t size;
} Text;

/* Finds the strings that begin at a place with two characters, or that are the first alone. `kind` is given by itself
   so that the compiler makes code of its own for each. Not 0 where that is the end of the search. */
static inline int
look_at(const MultiSearch *self, Text in, const int kind, Py_ssize_t at, Py_UCS4 first, Py_UCS4 second, Places *found)
{
    for (int number = *head_of(self, first, second); number >= 0;) {
        const String *string = &self->string[number];
        const int mine = number;
        number = string->next;
        if (string->first != first || string->second != second || string->size > in.size - at - 2 + (second == ALONE))
            continue;
        int same = 0;
        while (same < string->size && self->others[string->at + same] == PyUnicode_READ(kind, in.at, at + 2 + same))
            same++;
        const int ends = same == string->size ? add_place(found, mine, at) : 0;
        if (ends)
            return ends;
    }
    return 0;
}

static inline int
look_into(const MultiSearch *self, Text in, const int kind, Places *found)
{
    for (Py_ssize_t at = 0; at < in.size; at++) {
        const Py_UCS4 first = PyUnicode_READ(kind, in.at, at);
        if (!can_begin(self, first))
            continue;
        int ends = look_at(self, in, kind, at, first, ALONE, found);
        if (!ends && at + 1 < in.size)
            ends = look_at(self, in, kind, at, first, PyUnicode_READ(kind, in.at, at + 1), found);
        if (ends)
            return ends;
    }
    return 0;
}

int
find_in(const MultiSearch *self, PyObject *text, Py_ssize_t start, Py_ssize_t end, Places *found)
{
    if (!PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "what is looked into is a string");
        return -1;
    }
    const Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    end = end < size ? end : size;
    if (start < 0 || start > end)
        start = end;
    const Text in = {(const char *)PyUnicode_DATA(text) + start * PyUnicode_KIND(text), end - start};
    switch (PyUnicode_KIND(text)) {
    case PyUnicode_1BYTE_KIND:
        return look_into(self, in, PyUnicode_1BYTE_KIND, found);
    case PyUnicode_2BYTE_KIND:
        return look_into(self, in, PyUnicode_2BYTE_KIND, found);
    default:
        return look_into(self, in, PyUnicode_4BYTE_KIND, found);
    }
}

Py_ssize_t
count_of_strings(const MultiSearch *self)
{
    return PyTuple_GET_SIZE(self->strings);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static int
make_tables(MultiSearch *self, Py_ssize_t count, Py_ssize_t characters)
{
    int bits = LEAST_HEADS;
    while (bits < MOST_HEADS && count >> (bits - 1))
        bits++;
    self->shift = 64 - bits;
    self->string = zeroed(count, sizeof(String));
    self->others = zeroed(characters, sizeof(Py_UCS4));
    self->heads = zeroed((Py_ssize_t)1 << bits, sizeof(int));
    self->firsts = LEAST_FIRSTS;
    while (self->firsts < MOST_FIRSTS && (Py_ssize_t)self->firsts >> LEAST_HEADS < count)
        self->firsts *= 2;
    self->begins = zeroed(self->firsts / 64, sizeof(uint64_t));
    self->firsts--;
    if (!self->string || !self->others || !self->heads || !self->begins)
        return -1;
    memset(self->heads, -1, ((size_t)1 << bits) * sizeof(int));
    return 0;
}

/* Files a string; its further characters stand behind those of the ones before, which are so many. */
static int
file_string(MultiSearch *self, int number, PyObject *given, int before)
{
    const Py_ssize_t size = PyUnicode_GET_LENGTH(given);
    String *string = &self->string[number];
    string->first = PyUnicode_READ_CHAR(given, 0);
    string->second = size > 1 ? PyUnicode_READ_CHAR(given, 1) : ALONE;
    string->at = before;
    string->size = size > 2 ? (int)size - 2 : 0;
    for (int at = 0; at < string->size; at++)
        self->others[before + at] = PyUnicode_READ_CHAR(given, at + 2);
    const Py_UCS4 bit = string->first & self->firsts;
    self->begins[bit / 64] |= (uint64_t)1 << (bit % 64);
    int *head = head_of(self, string->first, string->second);
    string->next = *head;
    *head = number;
    return before + string->size;
}

static int
file_strings(MultiSearch *self)
{
    const Py_ssize_t count = PyTuple_GET_SIZE(self->strings);
    Py_ssize_t characters = 0;
    for (Py_ssize_t at = 0; at < count; at++) {
        PyObject *string = PyTuple_GET_ITEM(self->strings, at);
        if (!PyUnicode_CheckExact(string) || !PyUnicode_GET_LENGTH(string)) {
            PyErr_SetString(PyExc_TypeError, "what is looked for are strings, none of them empty");
            return -1;
        }
        if (PyUnicode_GET_LENGTH(string) > INT_MAX - characters || count > INT_MAX) {
            PyErr_SetString(PyExc_OverflowError, "that is too much to look for");
            return -1;
        }
        characters += PyUnicode_GET_LENGTH(string);
    }
    int before = 0;
    if (make_tables(self, count, characters) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < count; at++)
        before = file_string(self, (int)at, PyTuple_GET_ITEM(self->strings, at), before);
    return 0;
}

static PyObject *
multisearch_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *words[] = {"strings", NULL};
    PyObject *strings;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!:MultiSearch", words, &PyTuple_Type, &strings))
        return NULL;
    MultiSearch *self = (MultiSearch *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->strings = Py_NewRef(strings);
    if (file_strings(self) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void
multisearch_dealloc(MultiSearch *self)
{
    PyMem_Free(self->string);
    PyMem_Free(self->others);
    PyMem_Free(self->heads);
    PyMem_Free(self->begins);
    Py_XDECREF(self->strings);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
multisearch_places(MultiSearch *self, PyObject *text)
{
    Places found = {0};
    PyObject *places = find_in(self, text, 0, PY_SSIZE_T_MAX, &found) < 0 ? NULL : PyList_New(found.count);
    for (Py_ssize_t number = 0; places && number < found.count; number++) {
        PyObject *place = Py_BuildValue("(ni)", found.places[number].at, found.places[number].number);
        if (place)
            PyList_SET_ITEM(places, number, place);
        else
            Py_CLEAR(places);
    }
    PyMem_Free(found.places);
    return places;
}

static PyObject *
multisearch_there(MultiSearch *self, PyObject *text)
{
    Places found = {.seen = zeroed(PyTuple_GET_SIZE(self->strings) / 64 + 1, sizeof(uint64_t))};
    PyObject *strings = !found.seen || find_in(self, text, 0, PY_SSIZE_T_MAX, &found) < 0 ? NULL : PySet_New(NULL);
    for (Py_ssize_t at = 0; strings && at < found.count; at++)
        if (PySet_Add(strings, PyTuple_GET_ITEM(self->strings, found.places[at].number)) < 0)
            Py_CLEAR(strings);
    PyMem_Free(found.seen);
    PyMem_Free(found.places);
    return strings;
}

static PyObject *
multisearch_stands(MultiSearch *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "what is looked into is a string, from one place to another");
        return NULL;
    }
    const Py_ssize_t start = PyLong_AsSsize_t(args[1]), end = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred())
        return NULL;
    Places found = {.one_will_do = 1};
    const int stands = find_in(self, args[0], start, end, &found);
    return stands < 0 ? NULL : PyBool_FromLong(stands);
}

/* It is copied and pickled by what it was made of. */
static PyObject *
multisearch_reduce(MultiSearch *self, PyObject *Py_UNUSED(ignored))
{
    return Py_BuildValue("O(O)", Py_TYPE(self), self->strings);
}

static PyMethodDef multisearch_methods[] = {
    {"places", (PyCFunction)multisearch_places, METH_O,
     "The places of a text where one of the strings begins, in order, each with the number of the string."},
    {"there", (PyCFunction)multisearch_there, METH_O, "The strings that stand in a text."},
    {"stands", (PyCFunction)multisearch_stands, METH_FASTCALL,
     "Whether one of the strings stands in a text, between one place and another."},
    {"__reduce__", (PyCFunction)multisearch_reduce, METH_NOARGS, "What it is made of."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject MultiSearchType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "kotowari.extension._compiled.MultiSearch",
    .tp_doc = "Strings to be looked for in texts, all at once.",
    .tp_basicsize = sizeof(MultiSearch),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = multisearch_new,
    .tp_dealloc = (destructor)multisearch_dealloc,
    .tp_methods = multisearch_methods,
};
