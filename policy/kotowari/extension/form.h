/* Takes requests of one shape apart: reads their values, and narrows down the rules that these leave. */

#ifndef KOTOWARI_FORM_H
#define KOTOWARI_FORM_H

#include "sets.h"

#define ON_STACK 512   /* digits of rules that need no memory of their own */
#define MOST_GROUPS 64 /* of one shape */

/* How the values of a fact are looked at; what else there may be goes to the callable `other`. */
enum kind { FLAG, CHOICE, WHOLE, OTHER };

typedef struct {
    Py_ssize_t group;
    PyObject *key;
    enum kind kind;
    int narrows;         /* whether any rule reads the fact */
    PyObject *yes, *no;  /* FLAG: the rules that each leaves */
    PyObject *choices;   /* CHOICE: the rules that each leaves, by value */
    long long low, high; /* WHOLE: the numbers that are taken at once */
    long long *begins;   /* WHOLE: from which numbers on the entries of `left` count, but for the first one */
    Py_ssize_t count;
    PyObject *left;
    PyObject *other;
} Field;

typedef struct {
    Py_ssize_t parent; /* -1 for the facts of the request */
    PyObject *key;
    Py_ssize_t size;
} Group;

typedef struct {
    PyObject_HEAD Py_ssize_t keys;
    int text, id;
    Py_ssize_t groups, fields, aside;
    Group *group;
    Field *field;
    Group *left_aside; /* `parent` is the group */
    PyObject *names, *defaults, *unknown;
} Form;

/* What is known of the request in hand. The rules that are left are narrowed down piece by piece, from the first ones
   to look at on: so far those of the digits of `left` from `from` to `size`. */
typedef struct {
    PyObject *text, *id, *values; /* references of our own */
    PyObject *all;                /* all rules that are left, once somebody asked */
    PyObject **by;                /* what each value leaves, sets of rules */
    Py_ssize_t count;             /* of these */
    digit *left;
    Py_ssize_t from, size;
    PyObject *by_on_stack[ON_STACK / 8];
    digit left_on_stack[ON_STACK];
} Taken;

/* 1 where it was done, 0 where the request is not an ordinary one, -1 with an exception. */
typedef int Outcome;

extern PyTypeObject FormType;
extern PyObject *key_text, *key_id; /* interned when the module is imported */

void begin(Taken *taken);
void drop(Taken *taken);
/* Takes a request apart. */
Outcome take(const Form *form, PyObject *request, PyObject *today, Taken *taken);
/* Narrows the rules of the digits down that come next, from a digit on. */
void narrow_down(Taken *taken, Py_ssize_t from);
/* Whether one of these rules, but for some, is left. */
int one_is_left(const Taken *taken, Set rules, Set but);
/* All rules that are left, a borrowed Python integer; NULL with an exception. */
PyObject *all_left(Taken *taken);

#endif
