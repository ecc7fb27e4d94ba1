/* Strings in a text. */

#ifndef KOTOWARI_STRINGS_H
#define KOTOWARI_STRINGS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct {
    const char *at;
    Py_ssize_t size;
} Bytes;

static inline Bytes
bytes_of(PyObject *ascii)
{
    return (Bytes){PyUnicode_DATA(ascii), PyUnicode_GET_LENGTH(ascii)};
}

/* The text in small letters, where that is all that folding does to it; NULL with no exception where it is not. */
PyObject *small_letters(PyObject *text);

/* Where a string, which is not empty, stands in a text at or after a place; -1 where it does not. */
Py_ssize_t next_of(Bytes of, Bytes in, Py_ssize_t at);

/* Whether a string stands in another: 1, 0, or -1 with an exception. */
int stands(PyObject *string, PyObject *text);

#endif
