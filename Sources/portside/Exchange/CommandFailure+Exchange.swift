import Exchange
import Progress

extension CommandFailure {
  /// Does something, and tells what goes wrong with files or the record as a failure of a command.
  ///
  /// - Throws: `CommandFailure`, or any other error as it is.
  static func telling<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let fault as ExchangeFault {
      throw CommandFailure(fault.description)
    } catch let fault as OutputFault {
      throw CommandFailure(fault.description)
    } catch let error as ProgressError {
      throw CommandFailure(error.description)
    }
  }
}
