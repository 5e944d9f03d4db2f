/* How often this process has asked for memory. */
#ifndef CALLOCATION_COUNT_H
#define CALLOCATION_COUNT_H

/* Allocations so far; -1 where they cannot be counted. */
long allocation_count(void);

#endif
