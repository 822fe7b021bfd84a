import Glibc
import Sockets

/// The helper processes of a crowd, and what they tell.
final class CrowdHelpers {
  private struct Helper {
    var process: pid_t
    /// Its standard input; closing it ends the helper.
    var input: Int32
    /// Its standard output, non-blocking.
    var output: Int32
    var share: CrowdPlan.Share
    var progress = ConnectionCrowd.Progress()
    var rest = ""
  }

  private var helpers: [Helper] = []

  /// Starts one helper for each share of the plan.
  init(plan: CrowdPlan, command: [String], listener: Int32) throws {
    for share in plan.shares {
      let arguments =
        command + ["\(share.clients)", "\(share.first)", "\(plan.perSource)"]
      do {
        helpers.append(try Self.start(arguments, listener: listener, share: share))
      } catch {
        end()
        throw error
      }
    }
  }

  deinit { end() }

  /// Waits until every helper has all its connections; false where it is ended early.
  func waitUntilConnected(progress: (ConnectionCrowd.Progress) -> Bool) throws -> Bool {
    while true {
      var total = ConnectionCrowd.Progress()
      for helper in helpers {
        total.connected += helper.progress.connected
        total.accepted += helper.progress.accepted
      }
      guard progress(total) else { return false }
      let target = helpers.reduce(0) { $0 + $1.share.clients }
      if total.connected == target, total.accepted == target { return true }
      try listen()
    }
  }

  /// Ends every helper and waits for it.
  func end() {
    for helper in helpers { close(helper.input) }
    for helper in helpers {
      close(helper.output)
      var status: Int32 = 0
      while waitpid(helper.process, &status, 0) < 0, errno == EINTR {}
    }
    helpers = []
  }

  private func listen() throws {
    var sources = helpers.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    guard poll(&sources, nfds_t(sources.count), 50) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    for index in helpers.indices where sources[index].revents != 0 {
      let count = read(helpers[index].output, &buffer, buffer.count)
      guard count > 0 else {
        if count < 0, errno == EAGAIN || errno == EINTR { continue }
        throw DemoInterruption.failed(
          "A helper process ended after \(helpers[index].progress.connected) of "
            + "\(helpers[index].share.clients) connections.")
      }
      helpers[index].rest += String(decoding: buffer.prefix(count), as: UTF8.self)
      take(index)
    }
  }

  /// Takes the whole lines of what a helper has told.
  private func take(_ index: Int) {
    var lines = helpers[index].rest.split(separator: "\n", omittingEmptySubsequences: false)
    helpers[index].rest = lines.popLast().map(String.init) ?? ""
    guard let last = lines.last else { return }
    let numbers = last.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 2 else { return }
    helpers[index].progress.connected = numbers[0]
    helpers[index].progress.accepted = numbers[1]
  }

  private static func start(
    _ arguments: [String], listener: Int32, share: CrowdPlan.Share
  ) throws -> Helper {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    guard pipe(&input) == 0, pipe(&output) == 0 else {
      throw DemoInterruption.failed("There is no descriptor left for another process.")
    }
    defer {
      close(input[0])
      close(output[1])
    }
    for number in [input[1], output[0]] { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(output[0], F_SETFL, O_NONBLOCK)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, listener, CrowdHelper.listener)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ)
    guard failure == 0 else {
      close(input[1])
      close(output[0])
      throw DemoInterruption.failed("This program could not be started again (\(failure)).")
    }
    return Helper(process: process, input: input[1], output: output[0], share: share)
  }
}
