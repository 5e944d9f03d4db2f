// simdjson is C++: nothing of it can be seen from Swift. The target is here for its flags.
