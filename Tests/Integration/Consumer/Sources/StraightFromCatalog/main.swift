import CodebookRuntime

// The plugin compiles the catalog's types into this very target.
print(ErrorCode.shPAY007.displayText)
print(Event.paymentDeclined.descriptor.requiredFields.map(\.rawValue))

Log(service: .web, sink: StreamSink.standardError).paymentDeclined(component: "till")
