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

#endif
