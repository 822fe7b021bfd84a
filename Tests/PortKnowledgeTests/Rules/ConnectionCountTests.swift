import PortKnowledge
import Testing

@Suite("The number of connections")
struct ConnectionCountTests {
  @Test("is the product of addresses and ports on both sides")
  func product() {
    #expect(ConnectionCount(sourcePorts: 28_232).most == 28_232)
    #expect(ConnectionCount(sourceAddresses: 3, sourcePorts: 28_232).most == 84_696)
    #expect(ConnectionCount(sourcePorts: 4, destinationAddresses: 2).most == 8)
    #expect(ConnectionCount(sourcePorts: 4, destinationPorts: 3).most == 12)
    let all = ConnectionCount(
      sourceAddresses: 2, sourcePorts: 3, destinationAddresses: 5, destinationPorts: 7)
    #expect(all.most == 210 && all.destinations == 35 && all.perSourceAddress == 105)
  }

  @Test("leaves out what is taken and what is never chosen")
  func taken() {
    #expect(ConnectionCount(sourcePorts: 4, destinationAddresses: 2, inUse: 3).most == 5)
    #expect(ConnectionCount(sourcePorts: 4, blockedPorts: 1, destinationAddresses: 2).most == 6)
    #expect(ConnectionCount(sourcePorts: 4, blockedPorts: 9).most == 0)
    #expect(ConnectionCount(sourcePorts: 4, inUse: 9).most == 0)
  }

  @Test("does not grow with the destinations where bind() chooses the port")
  func boundFirst() {
    let count = ConnectionCount(
      sourceAddresses: 3, sourcePorts: 4, destinationAddresses: 2, destinationPorts: 2, inUse: 1,
      choice: .atBind)
    #expect(count.most == 11 && count.usesOfAPort == 1)
    #expect(count.choice.refusal == ("bind()", "EADDRINUSE"))
    #expect(ConnectionCount.PortChoice.atConnect.refusal == ("connect()", "EADDRNOTAVAIL"))
  }

  @Test("needs as many source addresses as the quotient rounded up")
  func addresses() {
    let count = ConnectionCount(sourcePorts: ConnectionCount.linuxPorts)
    #expect(count.sourceAddressesNeeded(for: 100_000) == 4)
    #expect(count.sourceAddressesNeeded(for: 28_232) == 1)
    #expect(count.sourceAddressesNeeded(for: 28_233) == 2)
    #expect(ConnectionCount(sourcePorts: 0).sourceAddressesNeeded(for: 1) == nil)
    for ports in 1...6 {
      for connections in 1...40 {
        let count = ConnectionCount(sourcePorts: ports, destinationAddresses: 2)
        let needed = count.sourceAddressesNeeded(for: connections) ?? 0
        func most(_ addresses: Int) -> Int {
          ConnectionCount(
            sourceAddresses: addresses, sourcePorts: ports, destinationAddresses: 2
          ).most
        }
        #expect(most(needed) >= connections && most(needed - 1) < connections)
      }
    }
  }
}
