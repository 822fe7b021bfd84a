#ifndef PORTSIDE_CLINUX_H
#define PORTSIDE_CLINUX_H

// What glibc hides from Swift: calls that are declared only under _GNU_SOURCE.

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#endif
