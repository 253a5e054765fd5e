// Nothing to declare: linking the library is what interposes the system calls.
