using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Hosting;

/// <summary>第三方声明: whatever of others is shipped is named with its licence, and the licence lies beside it.</summary>
public sealed partial class NoticesTests(NoticesTests.Shipped shipped) : IClassFixture<NoticesTests.Shipped>
{
    [Fact]
    public async Task Every_package_the_program_consists_of_is_named_and_no_other()
    {
        Assert.Equal("", shipped.Complaint);
        Assert.Equal(0, shipped.ExitCode);
        using var deps = JsonDocument.Parse(await File.ReadAllTextAsync(Shipped.Deps));
        var packages = deps.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name);
        Assert.Equal(packages.Order(StringComparer.OrdinalIgnoreCase), Named().Select(each => each.Package).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_text_of_every_licence_lies_beside_it()
    {
        Assert.NotEmpty(Named());
        Assert.All(Named(), each => Assert.True(
            Directory.Exists(Text(each.Package.Split('/')[0])) || each.Licence.Split(" OR ").Any(licence => File.Exists(Text(licence + ".txt"))),
            $"{each.Package}: {each.Licence}"));
    }

    [Fact]
    public async Task The_fonts_that_are_shipped_are_named()
    {
        var notices = await File.ReadAllTextAsync(Notices);
        var copied = Fonts().Matches(await File.ReadAllTextAsync(Path.Combine(SourceTree.Folder("scripts"), "publish"))).Select(font => font.Value).Distinct().ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, font => Assert.Contains(font, notices, StringComparison.Ordinal));
        Assert.True(File.Exists(Text("OFL-1.1.txt")));
    }

    [Fact]
    public async Task A_package_whose_licence_nobody_has_read_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("healthcode-notices-");
        var packages = folder.CreateSubdirectory("packages");
        await File.WriteAllTextAsync(
            Path.Combine(packages.CreateSubdirectory("unread/1.0").FullName, "unread.nuspec"), "<package><metadata>\n<id>Unread</id>\n<license type=\"file\">LICENSE</license>\n</metadata></package>");
        var deps = Path.Combine(folder.FullName, "deps.json");
        await File.WriteAllTextAsync(deps, "{\n  \"path\": \"unread/1.0\"\n}\n");

        var (exitCode, complaint) = await WriteAsync(deps, folder.FullName, packages.FullName);

        folder.Delete(true);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("The licence of Unread is not known", complaint, StringComparison.Ordinal);
    }

    private string Notices => Path.Combine(shipped.Folder, "THIRD-PARTY-NOTICES.txt");

    private string Text(string name) => Path.Combine(shipped.Folder, "licences", name);

    private List<(string Package, string Licence)> Named() =>
        [.. File.ReadLines(Notices).Select(line => Entry().Match(line)).Where(entry => entry.Success).Select(entry => ($"{entry.Groups[1].Value}/{entry.Groups[2].Value}", entry.Groups[3].Value))];

    private static async Task<(int ExitCode, string Complaint)> WriteAsync(string deps, string folder, string? packages = null)
    {
        var start = new ProcessStartInfo(Path.Combine(SourceTree.Folder("scripts"), "notices"), [deps, folder]) { RedirectStandardError = true };
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        using var script = Process.Start(start)!;
        var complaint = await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        return (script.ExitCode, complaint);
    }

    /// <summary>What the script writes for the program as it is built here; it takes seconds and is written once.</summary>
    public sealed class Shipped : IAsyncLifetime
    {
        public static string Deps => Path.ChangeExtension(typeof(OfficeClock).Assembly.Location, ".deps.json");

        public string Folder { get; } = Directory.CreateTempSubdirectory("healthcode-notices-").FullName;

        public int ExitCode { get; private set; }

        public string Complaint { get; private set; } = "";

        public async Task InitializeAsync() => (ExitCode, Complaint) = await WriteAsync(Deps, Folder);

        public Task DisposeAsync()
        {
            Directory.Delete(Folder, true);
            return Task.CompletedTask;
        }
    }

    [GeneratedRegex(@"^(\S+) (\d\S+)  \[(.+)\]$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b\w+(-\w+)?\.ttf\b")]
    private static partial Regex Fonts();
}
