#define _GNU_SOURCE 1
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/un.h>
#include <unistd.h>
#include <wchar.h>

_Static_assert(PORTSIDE_EPOLL_IN == EPOLLIN, "EPOLLIN");
_Static_assert(PORTSIDE_EPOLL_OUT == EPOLLOUT, "EPOLLOUT");
_Static_assert(PORTSIDE_EPOLL_ERROR == EPOLLERR, "EPOLLERR");
_Static_assert(PORTSIDE_EPOLL_HANG_UP == EPOLLHUP, "EPOLLHUP");
_Static_assert(PORTSIDE_EPOLL_READ_HANG_UP == EPOLLRDHUP, "EPOLLRDHUP");

int portside_accept4(int listener, struct sockaddr *address, socklen_t *length) {
  return accept4(listener, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

int portside_pipe2(int ends[2]) { return pipe2(ends, O_NONBLOCK | O_CLOEXEC); }

int portside_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int portside_memfd_create(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int portside_send_descriptor(int socket, int descriptor) {
  char byte = 0;
  struct iovec part = {.iov_base = &byte, .iov_len = 1};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr header;
  } control = {{0}};
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof descriptor);
  memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  return (int)sendmsg(socket, &message, MSG_NOSIGNAL);
}

int portside_receive_descriptor(int socket) {
  char byte;
  struct iovec part = {.iov_base = &byte, .iov_len = 1};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr header;
  } control;
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) < 0) return -1;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header == NULL || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS ||
      header->cmsg_len != CMSG_LEN(sizeof(int))) {
    errno = ENOMSG;
    return -1;
  }
  int descriptor;
  memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
  return descriptor;
}

static int with_path(int (*call)(int, const struct sockaddr *, socklen_t), int socket,
                     const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  strcpy(address.sun_path, path);
  return call(socket, (struct sockaddr *)&address, sizeof address);
}

int portside_bind_path(int socket, const char *path) { return with_path(bind, socket, path); }

int portside_connect_path(int socket, const char *path) {
  return with_path(connect, socket, path);
}

int portside_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

static int control(int epoll, int operation, int descriptor, uint32_t events, uint64_t token) {
  struct epoll_event event = {.events = events, .data = {.u64 = token}};
  return epoll_ctl(epoll, operation, descriptor, &event);
}

int portside_epoll_add(int epoll, int descriptor, uint32_t events, uint64_t token) {
  return control(epoll, EPOLL_CTL_ADD, descriptor, events, token);
}

int portside_epoll_modify(int epoll, int descriptor, uint32_t events, uint64_t token) {
  return control(epoll, EPOLL_CTL_MOD, descriptor, events, token);
}

int portside_epoll_remove(int epoll, int descriptor) {
  return control(epoll, EPOLL_CTL_DEL, descriptor, 0, 0);
}

int portside_epoll_wait(int epoll, struct portside_ready ready[PORTSIDE_EPOLL_BATCH],
                        int milliseconds) {
  struct epoll_event events[PORTSIDE_EPOLL_BATCH];
  int count = epoll_wait(epoll, events, PORTSIDE_EPOLL_BATCH, milliseconds);
  for (int index = 0; index < count; index++) {
    ready[index].events = events[index].events;
    ready[index].token = events[index].data.u64;
  }
  return count;
}

int portside_prctl_pdeathsig(int signal) { return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0); }

int portside_window_size(int terminal, int *columns, int *rows) {
  struct winsize size;
  int result = ioctl(terminal, TIOCGWINSZ, &size);
  if (result == 0) {
    *columns = size.ws_col;
    *rows = size.ws_row;
  }
  return result;
}

int portside_wcwidth(uint32_t character) { return wcwidth((wchar_t)character); }

const char *portside_errno_name(int number) { return strerrorname_np(number); }

const char *portside_errno_description(int number) { return strerrordesc_np(number); }
