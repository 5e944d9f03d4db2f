#ifndef CODEBOOK_FILE_SYNC_H
#define CODEBOOK_FILE_SYNC_H

#include <stdbool.h>

/// Makes everything written to the file system that holds `descriptor` durable.
/// Returns false where the system has no such call, or it failed.
bool codebook_sync_file_system(int descriptor);

#endif
