import PortKnowledge
import Testing

@Suite("A group by SO_REUSEPORT")
struct ReusePortGroupTests {
  private let address = IPAddress.octets(192, 0, 2, 10)

  private func admission(
    _ other: IPAddress, _ hasReusePort: Bool, isSameUser: Bool = true
  ) -> ReusePortGroup.Admission {
    ReusePortGroup(address: address, members: 2).admission(
      of: .init(address: other, hasReusePort: hasReusePort, isSameUser: isSameUser))
  }

  @Test("gives each member a share within wide bounds around the equal one")
  func share() {
    #expect(ReusePortGroup(address: address, members: 4).share(ofClients: 1000) == 150...350)
    #expect(ReusePortGroup(address: address, members: 1).share(ofClients: 7) == 7...7)
    for members in 2...4 {
      for clients in stride(from: 100, through: 2000, by: 100) {
        let share = ReusePortGroup(address: address, members: members).share(ofClients: clients)
        #expect(share.contains(clients / members), "\(clients) over \(members)")
        #expect(share.lowerBound > 0 && share.upperBound <= clients)
      }
    }
  }

  @Test("takes in only sockets with the option, of the same user, on the same address")
  func members() {
    #expect(admission(address, true) == .joins)
    #expect(admission(address, true, isSameUser: false) == .isRefused)
    #expect(admission(address, false) == .isRefused)
    #expect(admission(.any, true) == .staysApart)
    #expect(admission(.any, false) == .isRefused)
    #expect(admission(.octets(192, 0, 2, 11), false, isSameUser: false) == .staysApart)
  }
}
