using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace HealthCode.Tests.Support;

/// <summary>
/// The files of the pages, which do not change during a test. What watches them would outlive its server, and hold one of the
/// 128 file watchers that Linux gives a user: some hundred servers live one after the other in the test process.
/// </summary>
public sealed class UnwatchedFiles(IFileProvider files) : IFileProvider
{
    /// <summary>Takes the place of the files of a server.</summary>
    public static void Serve(WebHostBuilderContext server) =>
        server.HostingEnvironment.WebRootFileProvider = new UnwatchedFiles(server.HostingEnvironment.WebRootFileProvider);

    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
