#include "needles.h"
#include "sets.h"
#include "strings.h"

#include <limits.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Many strings at once. Every string has a window of some bytes by which it is looked for, that which the fewest others
   have. Two bits for each of these, in a word that its hash chooses, tell at nearly all places of a text that no string
   is there; the others are looked at in a table by hash. After Udi Manber and Sun Wu, "A fast algorithm for
   multi-pattern searching", 1994, without its shifts, and Felix Putze, Peter Sanders and Johannes Singler, "Cache-,
   hash- and space-efficient Bloom filters", 2007. */

#define LEAST_WORDS 6 /* bits of the number of a word of `bits` */
#define MOST_WORDS 12
#define HEADS 12 /* bits of a hash, for the table */

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
hash_of(uint64_t window)
{
    return (uint32_t)(window * 0x9E3779B97F4A7C15u >> 32);
}

static inline int *
head_of(const Windows *windows, uint32_t hash)
{
    return &windows->heads[hash >> (32 - HEADS)];
}

/* Two bits of one word: hardly any place of a text has both by chance. */
static inline uint64_t
bits_of(uint32_t hash)
{
    return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash >> 6 & 63);
}

/* Whether a string is looked for by these windows: by the wider ones where it is long enough for them. */
static int
has_window(const Windows *windows, const Needle *string)
{
    return string->begins_word == windows->at_words && string->size >= windows->width &&
           (windows->width == 8 || string->size < 8);
}

/* How many strings have a window, or one of much the same hash. */
static inline uint32_t *
count_of(const Windows *windows, uint32_t *seen, const char *at)
{
    return &seen[hash_of(window_at(at, windows->width)) >> (windows->shift - 6)];
}

/* Files a string under its first window, or the rarest, as `seen` has counted them. */
static void
file_string(Windows *windows, const Needle *string, int number, uint32_t *seen)
{
    Entry *entry = &windows->entries[windows->count];
    *entry = (Entry){.at = string->at, .size = (int)string->size, .number = number};
    for (int at = 1; !windows->at_words && at + windows->width <= entry->size; at++)
        if (*count_of(windows, seen, entry->at + at) < *count_of(windows, seen, entry->at + entry->offset))
            entry->offset = at;
    entry->window = window_at(entry->at + entry->offset, windows->width);
    uint32_t hash = hash_of(entry->window);
    entry->next = *head_of(windows, hash);
    *head_of(windows, hash) = windows->count++;
    windows->bits[hash >> windows->shift] |= bits_of(hash);
}

/* `strings` are those in ASCII; the others have no bytes. */
static int
make_windows(Windows *windows, const Needle *strings, Py_ssize_t count)
{
    Py_ssize_t mine = 0;
    for (Py_ssize_t number = 0; number < count; number++)
        mine += has_window(windows, &strings[number]);
    int words = LEAST_WORDS;
    while (words < MOST_WORDS && mine >> words)
        words++;
    uint32_t *seen = PyMem_Calloc((size_t)64 << words, sizeof(uint32_t));
    windows->shift = 32 - words;
    windows->entries = PyMem_Calloc(mine + 1, sizeof(Entry));
    windows->heads = PyMem_Malloc((1 << HEADS) * sizeof(int));
    windows->bits = PyMem_Calloc((size_t)1 << words, sizeof(uint64_t));
    if (!seen || !windows->entries || !windows->heads || !windows->bits) {
        PyMem_Free(seen);
        PyErr_NoMemory();
        return -1;
    }
    memset(windows->heads, -1, (1 << HEADS) * sizeof(int));
    for (Py_ssize_t number = 0; number < count; number++) {
        const Needle *string = &strings[number];
        for (Py_ssize_t at = 0; has_window(windows, string) && at + windows->width <= string->size; at++)
            ++*count_of(windows, seen, string->at + at);
    }
    for (Py_ssize_t number = 0; number < count; number++)
        if (has_window(windows, &strings[number]))
            file_string(windows, &strings[number], (int)number, seen);
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

/* --- what is found ------------------------------------------------------------------------------------------------ */

static int
add_found(Found *found, int number)
{
    uint64_t *word = &found->seen[number / 64], bit = (uint64_t)1 << (number % 64);
    if (*word & bit)
        return 0;
    if (found->count == found->room) {
        int *more = PyMem_Realloc(found->numbers, 2 * (found->room + 8) * sizeof(int));
        if (!more) {
            PyErr_NoMemory();
            return -1;
        }
        found->numbers = more;
        found->room = 2 * (found->room + 8);
    }
    *word |= bit;
    found->numbers[found->count++] = number;
    return 0;
}

void
free_found(Found *found)
{
    PyMem_Free(found->seen);
    PyMem_Free(found->numbers);
    *found = (Found){NULL, NULL, 0, 0};
}

/* Finds the strings that have their window at a place. */
static int
look_at(const Windows *windows, Bytes in, Py_ssize_t at, Found *found)
{
    uint64_t window = window_at(in.at + at, windows->width);
    for (int number = *head_of(windows, hash_of(window)); number >= 0;) {
        const Entry *entry = &windows->entries[number];
        Py_ssize_t start = at - entry->offset;
        number = entry->next;
        if (entry->window != window || start < 0 || start + entry->size > in.size)
            continue;
        if (!memcmp(in.at + start, entry->at, entry->size) && add_found(found, entry->number) < 0)
            return -1;
    }
    return 0;
}

/* Whether a string can have its window at a place. */
static inline unsigned
can_be(const uint64_t *bits, int shift, const char *at, Py_ssize_t width)
{
    uint32_t hash = hash_of(window_at(at, width));
    uint64_t word = bits[hash >> shift];
    return word >> (hash & 63) & word >> (hash >> 6 & 63) & 1;
}

/* `width` is that of the windows, given so that the compiler makes a loop of its own for each. */
static inline int
look_into(const Windows *windows, Bytes in, Found *found, const Py_ssize_t width)
{
    const uint64_t *const bits = windows->bits;
    const int shift = windows->shift;
    const Py_ssize_t end = windows->count ? in.size - width : -1; /* the last place of a window */
    Py_ssize_t at = 0;
    for (; at + 3 <= end; at += 4) { /* four at once: most often there is nothing at any of them */
        const char *here = in.at + at;
        unsigned places = can_be(bits, shift, here, width) | can_be(bits, shift, here + 1, width) << 1 |
                          can_be(bits, shift, here + 2, width) << 2 | can_be(bits, shift, here + 3, width) << 3;
        for (; places; places &= places - 1)
            if (look_at(windows, in, at + __builtin_ctz(places), found) < 0)
                return -1;
    }
    for (; at <= end; at++)
        if (can_be(bits, shift, in.at + at, width) && look_at(windows, in, at, found) < 0)
            return -1;
    return 0;
}

/* The places of the sixteen from there on at which a word begins, as bits: those of a letter or digit behind no letter.
   Of what stands before the first one, `after` says whether it is a letter; it then says so of the last one. */
static unsigned
words_from(const char *at, unsigned *after)
{
#if defined(__SSE2__)
    const __m128i signs = _mm_loadu_si128((const __m128i *)at);
    const __m128i letter = _mm_cmplt_epi8(_mm_sub_epi8(signs, _mm_set1_epi8('a' + 128)), _mm_set1_epi8(26 - 128));
    const __m128i number = _mm_cmplt_epi8(_mm_sub_epi8(signs, _mm_set1_epi8('0' + 128)), _mm_set1_epi8(10 - 128));
    const unsigned letters = _mm_movemask_epi8(letter), numbers = _mm_movemask_epi8(number);
#else
    unsigned letters = 0, numbers = 0;
    for (int place = 0; place < 16; place++) {
        letters |= (unsigned)(at[place] >= 'a' && at[place] <= 'z') << place;
        numbers |= (unsigned)(at[place] >= '0' && at[place] <= '9') << place;
    }
#endif
    const unsigned found = (letters | numbers) & ~(letters << 1 | *after);
    *after = letters >> 15;
    return found;
}

/* Finds the strings that begin a word at one of sixteen places. */
static int
look_at_words(const Needles *needles, Bytes in, Py_ssize_t at, unsigned words, Found *found)
{
    for (; words; words &= words - 1) {
        const Py_ssize_t place = at + __builtin_ctz(words);
        for (int which = 0; which < 2; which++) {
            const Windows *windows = &needles->at_words[which];
            if (windows->count && place + windows->width <= in.size &&
                can_be(windows->bits, windows->shift, in.at + place, windows->width) &&
                look_at(windows, in, place, found) < 0)
                return -1;
        }
    }
    return 0;
}

static int
look_into_words(const Needles *needles, Bytes in, Found *found)
{
    unsigned after = 0;
    Py_ssize_t at = 0;
    if (!needles->at_words[0].count && !needles->at_words[1].count)
        return 0;
    for (; at + 16 <= in.size; at += 16)
        if (look_at_words(needles, in, at, words_from(in.at + at, &after), found) < 0)
            return -1;
    char rest[16] = {0};
    memcpy(rest, in.at + at, in.size - at);
    return look_at_words(needles, in, at, words_from(rest, &after), found);
}

int
find_in_ascii(const Needles *needles, PyObject *text, Found *found)
{
    Bytes in = bytes_of(text);
    found->seen = zeroed(PyTuple_GET_SIZE(needles->strings) / 64 + 1, sizeof(uint64_t));
    if (!found->seen || look_into(&needles->anywhere[0], in, found, 8) < 0 ||
        look_into(&needles->anywhere[1], in, found, 4) < 0 || look_into_words(needles, in, found) < 0)
        return -1;
    for (Py_ssize_t at = 0; at < needles->few; at++)
        if (stands(PyTuple_GET_ITEM(needles->strings, needles->short_ones[at]), text) &&
            add_found(found, needles->short_ones[at]) < 0)
            return -1;
    return 0;
}

int
find_named(const Needles *needles, PyObject *strings, Found *found)
{
    found->seen = zeroed(PyTuple_GET_SIZE(needles->strings) / 64 + 1, sizeof(uint64_t));
    PyObject *iterator = found->seen ? PyObject_GetIter(strings) : NULL, *string;
    int failed = !iterator;
    while (!failed && (string = PyIter_Next(iterator))) {
        PyObject *number = PyDict_GetItemWithError(needles->numbers, string);
        failed = number ? add_found(found, (int)PyLong_AsLong(number)) < 0 : PyErr_Occurred() != NULL;
        Py_DECREF(string);
    }
    Py_XDECREF(iterator);
    return failed || PyErr_Occurred() ? -1 : 0;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static int
number_strings(Needles *self)
{
    self->numbers = PyDict_New();
    self->short_ones = zeroed(PyTuple_GET_SIZE(self->strings), sizeof(int));
    if (!self->numbers || !self->short_ones)
        return -1;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(self->strings); at++) {
        PyObject *string = PyTuple_GET_ITEM(self->strings, at);
        if (!PyUnicode_CheckExact(string) || PyUnicode_GET_LENGTH(string) > INT_MAX / 2) {
            PyErr_SetString(PyExc_TypeError, "needles are strings");
            return -1;
        }
        PyObject *number = PyLong_FromSsize_t(at);
        int failed = !number || PyDict_SetItem(self->numbers, string, number) < 0;
        Py_XDECREF(number);
        if (failed)
            return -1;
        if (PyUnicode_IS_ASCII(string) && PyUnicode_GET_LENGTH(string) < 4)
            self->short_ones[self->few++] = (int)at;
    }
    return 0;
}

/* The ASCII strings side by side in memory of our own, and their windows. */
static int
index_strings(Needles *self, const char *begin_words)
{
    const Py_ssize_t count = PyTuple_GET_SIZE(self->strings);
    Py_ssize_t size = 0;
    for (Py_ssize_t at = 0; at < count; at++)
        size += PyUnicode_GET_LENGTH(PyTuple_GET_ITEM(self->strings, at));
    Needle *strings = zeroed(count, sizeof(Needle));
    char *next = self->bytes = strings ? zeroed(size, 1) : NULL;
    for (Py_ssize_t at = 0; next && at < count; at++) {
        PyObject *string = PyTuple_GET_ITEM(self->strings, at);
        if (!PyUnicode_IS_ASCII(string))
            continue;
        strings[at] = (Needle){next, PyUnicode_GET_LENGTH(string), begin_words[at] != 0};
        memcpy(next, PyUnicode_DATA(string), strings[at].size);
        next += strings[at].size;
    }
    int failed = !next;
    for (int which = 0; !failed && which < 4; which++) {
        Windows *windows = which < 2 ? &self->anywhere[which] : &self->at_words[which - 2];
        windows->width = which % 2 ? 4 : 8;
        windows->at_words = which >= 2;
        failed = make_windows(windows, strings, count) < 0;
    }
    PyMem_Free(strings);
    return failed ? -1 : 0;
}

static int
add_topic(Needles *self, PyObject *topic)
{
    PyObject *there, *places;
    if (!PyTuple_Check(topic) || !PyArg_ParseTuple(topic, "OS", &there, &places))
        return -1;
    Py_ssize_t size = PyBytes_GET_SIZE(places) / sizeof(int);
    if (self->topics == INT_MAX || size > INT_MAX - self->places)
        return -1;
    Topic *topics = PyMem_Realloc(self->topic, (self->topics + 1) * sizeof(Topic));
    if (!topics)
        return -1;
    self->topic = topics;
    int *all = PyMem_Realloc(self->place, (self->places + size + 1) * sizeof(int));
    if (!all)
        return -1;
    self->place = all;
    memcpy(all + self->places, PyBytes_AS_STRING(places), size * sizeof(int));
    self->topic[self->topics++] = (Topic){Py_NewRef(there), self->places, self->places + (int)size};
    self->places += (int)size;
    return 0;
}

/* Takes over which topics each string is a needle of, each with the places of the rules that need it first. */
static int
read_topics(Needles *self, PyObject *given)
{
    Py_ssize_t count = PyTuple_GET_SIZE(self->strings);
    self->first = zeroed(count + 1, sizeof(int));
    if (!self->first)
        return -1;
    for (Py_ssize_t at = 0; at < count; at++) {
        PyObject *topics = at < PyTuple_GET_SIZE(given) ? PyTuple_GET_ITEM(given, at) : NULL;
        if (!topics || !PyTuple_Check(topics)) {
            PyErr_SetString(PyExc_TypeError, "topics are a tuple for each needle");
            return -1;
        }
        for (Py_ssize_t number = 0; number < PyTuple_GET_SIZE(topics); number++)
            if (add_topic(self, PyTuple_GET_ITEM(topics, number)) < 0) {
                if (!PyErr_Occurred())
                    PyErr_SetString(PyExc_ValueError, "those are no topics, or too many");
                return -1;
            }
        self->first[at + 1] = self->topics;
    }
    return 0;
}

static PyObject *
needles_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *words[] = {"strings", "topics", "begin_words", NULL};
    PyObject *strings, *topics, *begin_words;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!O!O!:Needles", words, &PyTuple_Type, &strings, &PyTuple_Type,
                                     &topics, &PyBytes_Type, &begin_words))
        return NULL;
    if (PyBytes_GET_SIZE(begin_words) != PyTuple_GET_SIZE(strings)) {
        PyErr_SetString(PyExc_ValueError, "of each string it is said whether it begins a word");
        return NULL;
    }
    Needles *self = (Needles *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->strings = Py_NewRef(strings);
    if (number_strings(self) < 0 || index_strings(self, PyBytes_AS_STRING(begin_words)) < 0 ||
        read_topics(self, topics) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static int
needles_traverse(Needles *self, visitproc visit, void *arg)
{
    for (int at = 0; at < self->topics; at++)
        Py_VISIT(self->topic[at].there);
    return 0;
}

static int
needles_clear(Needles *self)
{
    while (self->topics) {
        PyObject *there = self->topic[--self->topics].there;
        Py_DECREF(there);
    }
    return 0;
}

static void
needles_dealloc(Needles *self)
{
    PyObject_GC_UnTrack(self);
    needles_clear(self);
    for (int which = 0; which < 2; which++) {
        free_windows(&self->anywhere[which]);
        free_windows(&self->at_words[which]);
    }
    PyMem_Free(self->bytes);
    PyMem_Free(self->short_ones);
    PyMem_Free(self->first);
    PyMem_Free(self->topic);
    PyMem_Free(self->place);
    Py_XDECREF(self->strings);
    Py_XDECREF(self->numbers);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *
needles_there(Needles *self, PyObject *text)
{
    if (!PyUnicode_Check(text) || !PyUnicode_IS_ASCII(text)) {
        PyErr_SetString(PyExc_ValueError, "the text is not ASCII");
        return NULL;
    }
    Found found = {NULL, NULL, 0, 0};
    PyObject *strings = find_in_ascii(self, text, &found) < 0 ? NULL : PySet_New(NULL);
    for (Py_ssize_t at = 0; strings && at < found.count; at++)
        if (PySet_Add(strings, PyTuple_GET_ITEM(self->strings, found.numbers[at])) < 0)
            Py_CLEAR(strings);
    free_found(&found);
    return strings;
}

static PyMethodDef needles_methods[] = {
    {"there", (PyCFunction)needles_there, METH_O,
     "Those that stand in an ASCII text in small letters. Raises ValueError for another one."},
    {NULL, NULL, 0, NULL},
};

PyTypeObject NeedlesType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "kotowari.extension._compiled.Needles",
    .tp_doc = "Strings to be looked for in ASCII texts, all at once; those that are not ASCII are in none.",
    .tp_basicsize = sizeof(Needles),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = needles_new,
    .tp_dealloc = (destructor)needles_dealloc,
    .tp_traverse = (traverseproc)needles_traverse,
    .tp_clear = (inquiry)needles_clear,
    .tp_methods = needles_methods,
};
