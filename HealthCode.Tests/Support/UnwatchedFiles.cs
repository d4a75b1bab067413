using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace HealthCode.Tests.Support;

/// <summary>
/// Serves the static files without watching them for changes, as they do not change during a test. A file watcher would outlive its server
/// and use up one of the 128 that Linux allows a user, and the test process starts some hundred servers.
/// </summary>
public sealed class UnwatchedFiles(IFileProvider files) : IFileProvider
{
    /// <summary>Replaces the file provider of a server.</summary>
    public static void Serve(WebHostBuilderContext server) =>
        server.HostingEnvironment.WebRootFileProvider = new UnwatchedFiles(server.HostingEnvironment.WebRootFileProvider);

    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
