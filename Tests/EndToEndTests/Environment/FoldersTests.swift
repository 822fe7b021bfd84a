import Testing

@testable import portside

@Suite("The folders")
struct FoldersTests {
  @Test("are the XDG defaults in the home folder")
  func defaults() {
    let folders = Folders(environment: ["HOME": "/home/ada"])
    #expect(folders.data == "/home/ada/.local/share/portside")
    #expect(folders.state == "/home/ada/.local/state/portside")
  }

  @Test("follow the XDG variables")
  func variables() {
    let folders = Folders(environment: [
      "HOME": "/home/ada", "XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s/",
    ])
    #expect(folders.data == "/d/portside" && folders.state == "/s/portside")
  }

  @Test("ignore XDG variables that are empty or relative", arguments: ["", "d", "./d", "~/d"])
  func ignored(value: String) {
    let folders = Folders(environment: [
      "HOME": "/home/ada", "XDG_DATA_HOME": value, "XDG_STATE_HOME": value,
    ])
    #expect(folders == Folders(environment: ["HOME": "/home/ada"]))
  }

  @Test("are unknown without a home folder", arguments: [nil, "", "ada"] as [String?])
  func homeless(home: String?) {
    var environment: [String: String] = [:]
    environment["HOME"] = home
    let folders = Folders(environment: environment)
    #expect(folders.data == nil && folders.state == nil)
    #expect(Folders(environment: environment, dataOption: "here").data == "here")
  }

  @Test("prefer the option to the variable, and the variable to the rest")
  func order() {
    let environment = ["HOME": "/h", "XDG_DATA_HOME": "/d", "PORTSIDE_DATA": "/p"]
    #expect(Folders(environment: environment, dataOption: "o").data == "o")
    #expect(Folders(environment: environment).data == "/p")
    #expect(Folders(environment: environment).state == "/h/.local/state/portside")
    #expect(Folders(environment: ["HOME": "/h", "PORTSIDE_DATA": ""]).data?.first == "/")
  }

  @Test("lie below the root where the home folder is the root")
  func rootHome() {
    #expect(Folders(environment: ["HOME": "/"]).data == "/.local/share/portside")
  }
}
