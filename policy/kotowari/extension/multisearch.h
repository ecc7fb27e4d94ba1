/* Looks for many strings at once in a text of any characters. */

#ifndef KOTOWARI_MULTISEARCH_H
#define KOTOWARI_MULTISEARCH_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyTypeObject MultiSearchType;

#endif
