#define _GNU_SOURCE
#include "CFileSync.h"

#include <unistd.h>

bool codebook_sync_file_system(int descriptor) {
#ifdef __linux__
  return syncfs(descriptor) == 0;
#else
  (void)descriptor;
  return false;
#endif
}
