#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include "shim.h"

#include <wchar.h>

int portside_cell_set(cchar_t *cell, const uint32_t *scalars, int count, int columns,
                      attr_t attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  if (count < 1 || wcwidth((wchar_t)scalars[0]) != columns) return 0;
  for (int index = 0; index < count && index < CCHARW_MAX; index++) {
    text[index] = (wchar_t)scalars[index];
  }
  return setcchar(cell, text, attributes, (short)pair, NULL) == OK;
}

// Included only here: it turns words such as "columns" into macros.
#include <term.h>

const char *portside_terminfo_string(const char *name) {
  // tigetstr answers -1 for a name that is no string capability.
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}
