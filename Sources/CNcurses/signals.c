#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// The pipe.

static atomic_int pipe_input = -1;
static atomic_int pipe_output = -1;

static void write_signal(int signal) {
  int before = errno;
  int input = atomic_load(&pipe_input);
  unsigned char byte = (unsigned char)signal;
  // A full pipe already says that there is something to do.
  if (input >= 0 && write(input, &byte, 1) < 0) {
  }
  errno = before;
}

int portside_signal_pipe_open(void) {
  if (atomic_load(&pipe_input) >= 0) {
    errno = EBUSY;
    return -1;
  }
  int ends[2];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  atomic_store(&pipe_output, ends[0]);
  atomic_store(&pipe_input, ends[1]);
  return ends[0];
}

int portside_signal_pipe_catch(int signal) {
  struct sigaction action = {.sa_handler = write_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  return sigaction(signal, &action, NULL);
}

void portside_signal_pipe_close(void) {
  int input = atomic_exchange(&pipe_input, -1);
  int output = atomic_exchange(&pipe_output, -1);
  if (input >= 0) close(input);
  if (output >= 0) close(output);
}

int portside_signal_default(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  return sigaction(signal, &action, NULL);
}

// Faults.

static const int faults[] = {SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS};
enum { FAULTS = sizeof faults / sizeof faults[0] };

static struct sigaction faults_before[NSIG];

static void answer_fault(int signal, siginfo_t *info, void *context) {
  struct sigaction *before = &faults_before[signal];
  if (info->si_code <= 0 && info->si_pid != getpid()) {
    // Sent by somebody else. Swift's handler would trace the stack and return, as if it were over.
    portside_die_by(signal);
  } else if (before->sa_flags & SA_SIGINFO) {
    before->sa_sigaction(signal, info, context);
  } else {
    before->sa_handler(signal);
  }
}

void portside_faults_catch(void) {
  for (int index = 0; index < FAULTS; index++) {
    struct sigaction *before = &faults_before[faults[index]];
    if (sigaction(faults[index], NULL, before) != 0) continue;
    if (before->sa_handler == SIG_DFL || before->sa_handler == SIG_IGN) continue;
    // The flags of the handler before it stay: after an overflow it needs a stack of its own.
    struct sigaction action = *before;
    action.sa_flags |= SA_SIGINFO;
    action.sa_sigaction = answer_fault;
    sigaction(faults[index], &action, NULL);
  }
}

// The parent.

/// How many seconds the child has to end when it is told to.
enum { GRACE = 5 };

static const int passed_on[] = {
    SIGHUP, SIGINT,  SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGTSTP, SIGALRM,
    SIGILL, SIGTRAP, SIGABRT, SIGBUS,  SIGFPE,  SIGSEGV, SIGSYS,
};
enum { PASSED_ON = sizeof passed_on / sizeof passed_on[0] };

static atomic_int guarded = 0;
static sigset_t mask_before;
static struct sigaction actions_before[PASSED_ON];

static int is_fault(int signal) {
  for (int index = 0; index < FAULTS; index++) {
    if (faults[index] == signal && signal != SIGQUIT) return 1;
  }
  return 0;
}

static void pass_on(int signal, siginfo_t *info, void *context) {
  (void)context;
  int before = errno;
  int child = atomic_load(&guarded);
  int is_sent = info->si_code <= 0;
  if (is_fault(signal) && (!is_sent || child == 0 || info->si_pid == getpid())) {
    // Our own fault; it needs no trace, and Swift's runtime would ask questions on the terminal.
    portside_die_by(signal);
  } else if (child > 0 && signal == SIGALRM && !is_sent) {
    kill(child, SIGKILL);
  } else if (child > 0 && is_sent && info->si_pid != child) {
    // What the kernel sends for a key goes to the whole process group, so the child has it already.
    // What the child sends to the group is its own.
    kill(child, signal);
    if (signal == SIGTERM || signal == SIGHUP) alarm(GRACE);
  }
  errno = before;
}

void portside_guard_begin(void) {
  sigset_t blocked;
  sigemptyset(&blocked);
  struct sigaction action = {.sa_sigaction = pass_on, .sa_flags = SA_SIGINFO | SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int index = 0; index < PASSED_ON; index++) {
    // Blocking a signal does not hold back a true fault.
    sigaddset(&blocked, passed_on[index]);
  }
  sigprocmask(SIG_BLOCK, &blocked, &mask_before);
  for (int index = 0; index < PASSED_ON; index++) {
    sigaction(passed_on[index], &action, &actions_before[index]);
  }
  // Whoever started us may ignore SIGCHLD, and then no child's end could be read.
  portside_signal_default(SIGCHLD);
}

void portside_guard_watch(int child) {
  atomic_store(&guarded, child);
  sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

void portside_guard_end(void) {
  atomic_store(&guarded, 0);
  alarm(0);
  for (int index = 0; index < PASSED_ON; index++) {
    sigaction(passed_on[index], &actions_before[index], NULL);
  }
  sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

int portside_guard_wait(int child, int *status) {
  siginfo_t info;
  // First without taking the ended child away: its number must not be used again while a handler
  // could still send a signal to it.
  while (waitid(P_PID, (id_t)child, &info, WEXITED | WSTOPPED | WNOWAIT) != 0) {
    if (errno != EINTR) return -1;
  }
  if (info.si_code != CLD_STOPPED && info.si_code != CLD_TRAPPED) atomic_store(&guarded, 0);
  while (waitpid(child, status, WUNTRACED) < 0) {
    if (errno != EINTR) return -1;
  }
  return 0;
}

void portside_guard_stop(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  struct sigaction before;
  sigemptyset(&action.sa_mask);
  int is_changed = sigaction(signal, &action, &before) == 0;
  raise(signal);
  if (is_changed) sigaction(signal, &before, NULL);
}

const void *portside_guard_mask(void) { return &mask_before; }

void portside_die_by(int signal) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  portside_signal_default(signal);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(signal);
}

char **portside_environment(void) { return environ; }
