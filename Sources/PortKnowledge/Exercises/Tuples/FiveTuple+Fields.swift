extension FiveTuple {
  /// The value of a field as text: `TCP`, `192.0.2.7`, `443`.
  func text(of field: TupleField) -> String {
    switch field {
    case .transport: transport.name
    case .sourceAddress: source.address.description
    case .sourcePort: source.port.description
    case .destinationAddress: destination.address.description
    case .destinationPort: destination.port.description
    }
  }

  /// Source and destination address exchanged, the ports left where they are.
  var withAddressesSwapped: FiveTuple {
    FiveTuple(
      transport, from: Endpoint(destination.address, source.port),
      to: Endpoint(source.address, destination.port))
  }

  /// Source and destination port exchanged, the addresses left where they are.
  var withPortsSwapped: FiveTuple { withAddressesSwapped.swapped }

  /// Both endpoints, in order, so that two tuples can be compared without their direction.
  var endpoints: Set<Endpoint> { [source, destination] }

  /// The tuple's values, for other programs.
  var caseValue: CaseValue {
    [
      "protocol": .text(transport.rawValue), "source": CaseValue(source),
      "destination": CaseValue(destination),
    ]
  }
}
