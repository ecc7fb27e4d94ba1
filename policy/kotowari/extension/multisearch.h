/* Looks for many strings at once in a text of any characters. */

#ifndef KOTOWARI_MULTISEARCH_H
#define KOTOWARI_MULTISEARCH_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

extern PyTypeObject MultiSearchType;

typedef struct MultiSearch MultiSearch;

/* Where a string begins: its number, and the place in the text. */
typedef struct {
    int number;
    Py_ssize_t at;
} Place;

/* Where strings were found; where `seen` is there, each string once. Where `one_will_do`, the first one ends the
   search, and is not kept. */
typedef struct {
    Place *places;
    uint64_t *seen;
    Py_ssize_t count, room;
    int one_will_do;
} Places;

/* Looks into the characters of a text from `start` to `end`, or its own end. -1 with an exception; 1 where one was
   found and that is enough. */
int find_in(const MultiSearch *self, PyObject *text, Py_ssize_t start, Py_ssize_t end, Places *found);

/* How many strings are looked for. */
Py_ssize_t count_of_strings(const MultiSearch *self);

#endif
