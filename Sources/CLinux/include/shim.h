#ifndef PORTSIDE_CLINUX_H
#define PORTSIDE_CLINUX_H

// What glibc hides from Swift: calls that it declares only under _GNU_SOURCE, functions with
// variable arguments, and macros that Swift does not import. Swift reads glibc's headers through
// its own module, which is built without _GNU_SOURCE whatever is defined here; so the bodies stand
// in CLinux.c and this header needs nothing but plain types.
//
// Every function that can fail returns what the call itself returns and leaves errno as it set it.

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <stdint.h>
#include <sys/socket.h>

// Descriptors.

/// accept4(2) with SOCK_NONBLOCK and SOCK_CLOEXEC.
int portside_accept4(int listener, struct sockaddr *address, socklen_t *length);
/// pipe2(2) with O_NONBLOCK and O_CLOEXEC: ends[0] is for reading, ends[1] for writing.
int portside_pipe2(int ends[2]);
/// eventfd(2) at zero, with EFD_NONBLOCK and EFD_CLOEXEC.
int portside_eventfd(void);
/// memfd_create(2) with MFD_CLOEXEC: a file that lives in memory only.
int portside_memfd_create(const char *name);

// Unix sockets, unix(7).

/// sendmsg(2) with one byte and SCM_RIGHTS: hands a descriptor to whoever reads the byte.
int portside_send_descriptor(int socket, int descriptor);
/// recvmsg(2) with MSG_CMSG_CLOEXEC: the descriptor that came with the next byte; -1 with errno
/// ENOMSG where none did.
int portside_receive_descriptor(int socket);
/// bind(2) to a path; -1 with errno ENAMETOOLONG where it does not fit into a sockaddr_un.
int portside_bind_path(int socket, const char *path);
/// connect(2) to a path, likewise.
int portside_connect_path(int socket, const char *path);

// epoll(7).

/// A descriptor that epoll_wait(2) found ready.
struct portside_ready {
  /// The bits of PORTSIDE_EPOLL_*.
  uint32_t events;
  /// What was handed in when the descriptor was added.
  uint64_t token;
};

/// The bits by which epoll(7) names what a descriptor is ready for.
enum {
  /// There is something to read, or a connection to accept.
  PORTSIDE_EPOLL_IN = 0x001,
  /// There is room to write, or a connect has ended.
  PORTSIDE_EPOLL_OUT = 0x004,
  /// An error waits in SO_ERROR.
  PORTSIDE_EPOLL_ERROR = 0x008,
  /// Both directions are over.
  PORTSIDE_EPOLL_HANG_UP = 0x010,
  /// The peer will send no more.
  PORTSIDE_EPOLL_READ_HANG_UP = 0x2000,
};

/// The most descriptors that one portside_epoll_wait reports.
enum { PORTSIDE_EPOLL_BATCH = 64 };

/// epoll_create1(2) with EPOLL_CLOEXEC.
int portside_epoll_create(void);
/// epoll_ctl(2) with EPOLL_CTL_ADD.
int portside_epoll_add(int epoll, int descriptor, uint32_t events, uint64_t token);
/// epoll_ctl(2) with EPOLL_CTL_MOD.
int portside_epoll_modify(int epoll, int descriptor, uint32_t events, uint64_t token);
/// epoll_ctl(2) with EPOLL_CTL_DEL.
int portside_epoll_remove(int epoll, int descriptor);
/// epoll_wait(2) for at most `milliseconds`, without end where it is negative.
int portside_epoll_wait(int epoll, struct portside_ready ready[PORTSIDE_EPOLL_BATCH],
                        int milliseconds);

// Processes and terminals.

/// prctl(2) with PR_SET_PDEATHSIG: the signal this process gets when its parent's thread ends.
int portside_prctl_pdeathsig(int signal);
/// ioctl(2) with TIOCGWINSZ: the terminal's size in cells.
int portside_window_size(int terminal, int *columns, int *rows);
/// wcwidth(3) in the current locale: the cells a character fills, -1 where it has no width.
int portside_wcwidth(uint32_t character);

// Names.

/// strerrorname_np(3): "EADDRINUSE" for EADDRINUSE, NULL for an unknown number.
const char *portside_errno_name(int number);
/// strerrordesc_np(3): "Address already in use" in English, NULL for an unknown number.
const char *portside_errno_description(int number);

#endif
