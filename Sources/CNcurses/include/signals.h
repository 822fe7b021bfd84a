#ifndef PORTSIDE_SIGNALS_H
#define PORTSIDE_SIGNALS_H

// What happens at a signal, in C: a handler may use only what signal-safety(7) lists, and the
// globals that it needs.

// A pipe of signals: each one becomes a byte.

/// Opens the pipe, with O_NONBLOCK and O_CLOEXEC; returns its end for reading, or -1 and errno.
///
/// There is one pipe in a process; opening a second one fails with EBUSY.
int portside_signal_pipe_open(void);
/// Writes the signal's number into the pipe whenever it arrives; -1 and errno where that fails.
int portside_signal_pipe_catch(int signal);
/// Closes the pipe; signals still caught are lost.
void portside_signal_pipe_close(void);
/// Does what is done by default at a signal, or catches it again.
int portside_signal_default(int signal);

// Faults of this process.

/// Ends this process by a signal of a fault that somebody else sends, whatever is done at true ones.
void portside_faults_catch(void);

// The small parent: it passes signals on to its child and waits.

/// Starts to pass on the signals that ask a process to end or to stop.
///
/// They stay blocked until portside_guard_wait has a child to pass them to.
void portside_guard_begin(void);
/// Unblocks what portside_guard_begin blocked and passes signals on to the child from now on.
void portside_guard_watch(int child);
/// Passes nothing on any more: signals do again what they did before portside_guard_begin.
void portside_guard_end(void);
/// Waits until the child ends or stops; returns 0 and the status of waitpid(2).
int portside_guard_wait(int child, int *status);
/// Stops this process by a signal, as the child was, and returns when it is continued.
void portside_guard_stop(int signal);
/// The signals that were blocked before portside_guard_begin, for the child.
const void *portside_guard_mask(void);
/// Ends this process by a signal, without a core file; returns only if that fails.
void portside_die_by(int signal);

/// The environment of this process.
char **portside_environment(void);

#endif
