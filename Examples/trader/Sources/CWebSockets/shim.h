#ifndef CODEBOOK_EXAMPLE_WEBSOCKETS_SHIM_H
#define CODEBOOK_EXAMPLE_WEBSOCKETS_SHIM_H

#include <libwebsockets.h>

// Swift sees no macro that is computed: the room that must be free before a message.
enum { websocket_headroom = LWS_PRE };

#endif
