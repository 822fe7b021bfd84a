#ifndef PORTSIDE_CNCURSES_H
#define PORTSIDE_CNCURSES_H

// Wide characters are compiled out of ncurses.h unless asked for.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>
#include <stdint.h>

#include "signals.h"

// Globals and macros of ncurses that Swift does not import, or not in Swift 6 mode.

/// The window that covers the screen.
static inline WINDOW *portside_stdscr(void) { return stdscr; }
/// What ncurses believes to be on the screen.
static inline WINDOW *portside_curscr(void) { return curscr; }
/// How many colours the terminal has; 0 before start_color.
static inline int portside_colors(void) { return COLORS; }
/// A_BOLD.
static inline attr_t portside_bold(void) { return A_BOLD; }
/// A_DIM.
static inline attr_t portside_dim(void) { return A_DIM; }
/// A_UNDERLINE.
static inline attr_t portside_underline(void) { return A_UNDERLINE; }
/// A_REVERSE.
static inline attr_t portside_reverse(void) { return A_REVERSE; }

// Cells.

/// The most scalars in one cell: a base and what combines with it.
enum { PORTSIDE_CELL_SCALARS = CCHARW_MAX };

/// Fills a cell with `count` scalars; 0 where the C library does not count `columns` for the first
/// one, so that ncurses would put what follows into other columns than we do.
int portside_cell_set(cchar_t *cell, const uint32_t *scalars, int count, int columns,
                      attr_t attributes, int pair);

// The terminal's description.

/// The description's string of a name such as "kcuu1"; NULL where it has none.
const char *portside_terminfo_string(const char *name);

#endif
