// What is called of libFuzzer, of which the toolchain has no header.
#include <stddef.h>
#include <stdint.h>

/// Changes an input, and gives its new size.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maximum);
