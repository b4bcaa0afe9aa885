/* What fuzz targets share. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* A property that must hold; a broken one ends the process loudly. */
#define FUZZ_HOLDS(e) do { if (!(e)) abort(); } while (0)

#endif
