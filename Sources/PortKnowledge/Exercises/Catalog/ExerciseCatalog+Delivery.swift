extension ExerciseCatalog {
  /// Families about which socket gets what arrives.
  static let delivery: [any ExerciseFamily] = [
    TCPDeliveryFamily(), UDPDeliveryFamily(), ReachabilityFamily(), LoadSpreadingFamily(),
  ]
}
