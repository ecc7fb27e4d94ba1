/* Where matches of many phrases have a chance to begin in a text. */

#ifndef KOTOWARI_CHANCES_H
#define KOTOWARI_CHANCES_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern PyTypeObject ChancesType;

#endif
