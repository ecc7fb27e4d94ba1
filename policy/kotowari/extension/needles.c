#include "needles.h"
#include "strings.h"

#include <stdint.h>
#include <string.h>

/* Many strings at once. Every string has a window of some bytes by which it is looked for, that which the fewest others have. A bit for each
   hash of these tells at most places of a text that no string is there; the others are looked at in a table by hash.
   After Udi Manber and Sun Wu, "A fast algorithm for multi-pattern searching", 1994, without its shifts. */

#define LEAST_BITS 12 /* of a hash */
#define MOST_BITS 18
#define HEADS 12 /* bits of a hash, for the table */

typedef struct {
    PyObject *string;
    uint64_t window;
    Py_ssize_t offset; /* of the window in the string */
    int next;          /* the entry after it of the same hash, -1 for none */
} Entry;

typedef struct {
    Py_ssize_t width; /* bytes of a window */
    int shift;        /* what a hash leaves of 64 bits */
    int count;
    Entry *entries;
    int *heads;     /* the first entry of each beginning of a hash */
    uint64_t *bits; /* whether there is any, by hash */
} Windows;

typedef struct {
    PyObject_HEAD
    PyObject *strings; /* a tuple that owns all of them */
    PyObject *few;     /* those that are too short for a window */
    Windows wide, narrow;
} Needles;

static inline uint64_t
window_at(const char *at, Py_ssize_t width)
{
    uint64_t wide = 0;
    uint32_t narrow;
    if (width == 8) {
        memcpy(&wide, at, 8);
        return wide;
    }
    memcpy(&narrow, at, 4);
    return narrow;
}

static inline uint32_t
hash_of(uint64_t window, int shift)
{
    return (uint32_t)(window * 0x9E3779B97F4A7C15u >> shift);
}

static inline int *
head_of(const Windows *windows, uint32_t hash)
{
    return &windows->heads[hash >> (64 - windows->shift - HEADS)];
}

/* Files strings under their rarest window; `seen` counts how many of all strings have one of each hash. */
static void
file_strings(Windows *windows, PyObject *strings, const uint32_t *seen)
{
    for (Py_ssize_t number = 0; number < PyTuple_GET_SIZE(strings); number++) {
        Bytes of = bytes_of(PyTuple_GET_ITEM(strings, number));
        if (of.size < windows->width || (windows->width == 4 && of.size >= 8))
            continue;
        Entry *entry = &windows->entries[windows->count];
        entry->string = PyTuple_GET_ITEM(strings, number);
        for (Py_ssize_t at = 0; at + windows->width <= of.size; at++) {
            uint64_t window = window_at(of.at + at, windows->width);
            if (!at || seen[hash_of(window, windows->shift)] < seen[hash_of(entry->window, windows->shift)]) {
                entry->window = window;
                entry->offset = at;
            }
        }
        uint32_t hash = hash_of(entry->window, windows->shift);
        entry->next = *head_of(windows, hash);
        *head_of(windows, hash) = windows->count++;
        windows->bits[hash / 64] |= (uint64_t)1 << (hash % 64);
    }
}

static int
make_windows(Windows *windows, PyObject *strings, Py_ssize_t width)
{
    int bits = LEAST_BITS; /* so many that hardly any place of a text has one by chance */
    while (bits < MOST_BITS && PyTuple_GET_SIZE(strings) >> (bits - 6))
        bits++;
    uint32_t *seen = PyMem_Calloc((size_t)1 << bits, sizeof(uint32_t));
    windows->width = width;
    windows->shift = 64 - bits;
    windows->entries = PyMem_Calloc(PyTuple_GET_SIZE(strings) + 1, sizeof(Entry));
    windows->heads = PyMem_Malloc((1 << HEADS) * sizeof(int));
    windows->bits = PyMem_Calloc(((size_t)1 << bits) / 64, sizeof(uint64_t));
    if (!seen || !windows->entries || !windows->heads || !windows->bits) {
        PyMem_Free(seen);
        PyErr_NoMemory();
        return -1;
    }
    memset(windows->heads, -1, (1 << HEADS) * sizeof(int));
    for (Py_ssize_t number = 0; number < PyTuple_GET_SIZE(strings); number++) {
        Bytes of = bytes_of(PyTuple_GET_ITEM(strings, number));
        for (Py_ssize_t at = 0; at + width <= of.size; at++)
            seen[hash_of(window_at(of.at + at, width), windows->shift)]++;
    }
    file_strings(windows, strings, seen);
    PyMem_Free(seen);
    return 0;
}

static void
free_windows(Windows *windows)
{
    PyMem_Free(windows->entries);
    PyMem_Free(windows->heads);
    PyMem_Free(windows->bits);
}

static int
look_into(const Windows *windows, Bytes in, PyObject *found)
{
    const uint64_t *bits = windows->bits;
    const int shift = windows->shift;
    if (!windows->count)
        return 0;
    for (Py_ssize_t at = 0; at + windows->width <= in.size; at++) {
        uint64_t window = window_at(in.at + at, windows->width);
        uint32_t hash = hash_of(window, shift);
        if (!(bits[hash / 64] >> (hash % 64) & 1))
            continue;
        for (int number = *head_of(windows, hash); number >= 0; number = windows->entries[number].next) {
            const Entry *entry = &windows->entries[number];
            Py_ssize_t start = at - entry->offset;
            if (entry->window != window || start < 0)
                continue;
            Bytes of = bytes_of(entry->string);
            if (start + of.size <= in.size && !memcmp(in.at + start, of.at, of.size) &&
                PySet_Add(found, entry->string) < 0)
                return -1;
        }
    }
    return 0;
}

PyObject *
needles_in(PyObject *given, PyObject *text)
{
    Needles *needles = (Needles *)given;
    Bytes in = bytes_of(text);
    PyObject *found = PySet_New(NULL);
    PyObject *nothing = found ? PyUnicode_New(0, 0) : NULL;
    int failed = !nothing || PySet_Add(found, nothing) < 0;
    Py_XDECREF(nothing);
    failed = failed || look_into(&needles->wide, in, found) < 0 || look_into(&needles->narrow, in, found) < 0;
    for (Py_ssize_t at = 0; !failed && at < PyList_GET_SIZE(needles->few); at++) {
        PyObject *string = PyList_GET_ITEM(needles->few, at);
        failed = stands(string, text) && PySet_Add(found, string) < 0;
    }
    if (failed)
        Py_CLEAR(found);
    return found;
}

/* Sets the strings that are ASCII, as a tuple, and those of them that are too short for a window. */
static int
set_strings(Needles *self, PyObject *given)
{
    PyObject *ascii = PyList_New(0);
    self->few = PyList_New(0);
    if (!ascii || !self->few)
        goto fail;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(given); at++) {
        PyObject *string = PyTuple_GET_ITEM(given, at);
        if (!PyUnicode_CheckExact(string)) {
            PyErr_SetString(PyExc_TypeError, "needles are strings");
            goto fail;
        }
        if (!PyUnicode_IS_ASCII(string) || !PyUnicode_GET_LENGTH(string))
            continue;
        if (PyList_Append(ascii, string) < 0)
            goto fail;
        if (PyUnicode_GET_LENGTH(string) < 4 && PyList_Append(self->few, string) < 0)
            goto fail;
    }
    self->strings = PyList_AsTuple(ascii);
fail:
    Py_XDECREF(ascii);
    return self->strings ? 0 : -1;
}

static PyObject *
needles_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *words[] = {"strings", NULL};
    PyObject *strings;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!:Needles", words, &PyTuple_Type, &strings))
        return NULL;
    Needles *self = (Needles *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    if (set_strings(self, strings) < 0 || make_windows(&self->wide, self->strings, 8) < 0 ||
        make_windows(&self->narrow, self->strings, 4) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void
needles_dealloc(Needles *self)
{
    free_windows(&self->wide);
    free_windows(&self->narrow);
    Py_XDECREF(self->strings);
    Py_XDECREF(self->few);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
needles_there(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text) || !PyUnicode_IS_ASCII(text)) {
        PyErr_SetString(PyExc_ValueError, "the text is not ASCII");
        return NULL;
    }
    return needles_in(self, text);
}

static PyMethodDef needles_methods[] = {
    {"there", needles_there, METH_O, "Those that stand in an ASCII text, and the empty string. Raises ValueError."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject NeedlesType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "kotowari.extension._compiled.Needles",
    .tp_doc = "Strings to be looked for in ASCII texts, all at once; those that are not ASCII are in none.",
    .tp_basicsize = sizeof(Needles),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = needles_new,
    .tp_dealloc = (destructor)needles_dealloc,
    .tp_methods = needles_methods,
};
