/* Looks for many strings at once, and knows which topics, and which rules, hang on each. */

#ifndef KOTOWARI_NEEDLES_H
#define KOTOWARI_NEEDLES_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

typedef struct {
    uint64_t window;
    const char *at; /* the string */
    int size, number;
    int offset; /* of the window in the string */
    int next;   /* the entry after it of the same hash, -1 for none */
} Entry;

/* A string as it is given, and whether it matters only where it begins a word. */
typedef struct {
    const char *at;
    Py_ssize_t size;
    int begins_word;
} Needle;

/* Windows of one width: of strings that matter anywhere, or, `at_words`, the first ones of those that begin words. */
typedef struct {
    Py_ssize_t width; /* bytes of a window */
    int at_words;
    int shift; /* what the number of a word of `bits` leaves of a hash */
    int count;
    Entry *entries;
    int *heads;     /* the first entry of each beginning of a hash */
    uint64_t *bits; /* whether there can be any, by hash */
} Windows;

typedef struct {
    PyObject *there; /* tells whether it is there for certain */
    int begin, end;  /* of the places of the rules that need it first, the highest first */
} Topic;

/* All of it in few pieces of memory: of a large policy hardly any is in the processor's caches. */
typedef struct {
    PyObject_HEAD PyObject *strings, *numbers; /* the needles by number, and the other way round */
    char *bytes;                               /* of those that are ASCII */
    Windows anywhere[2], at_words[2];          /* each the wider ones first */
    int *short_ones, few;                      /* those that are too short for a window */
    int *first;                                /* the first topic of each needle; they end with that of the next one */
    Topic *topic;
    int topics;
    int *place;
    int places;
} Needles;

/* The numbers of the needles that were found, each once. */
typedef struct {
    int *numbers;
    uint64_t *seen;
    Py_ssize_t count, room;
} Found;

extern PyTypeObject NeedlesType;

/* Finds those that stand in an ASCII text, or those of a set of strings; -1 with an exception. */
int find_in_ascii(const Needles *needles, PyObject *text, Found *found);
int find_named(const Needles *needles, PyObject *strings, Found *found);
void free_found(Found *found);

#endif
