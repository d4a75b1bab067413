using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Hosting;

/// <summary>第三方声明: whatever of others is shipped is named with its licence, and the licence lies beside it.</summary>
public sealed partial class NoticesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("healthcode-notices-");

    private static string Deps => Path.ChangeExtension(typeof(OfficeClock).Assembly.Location, ".deps.json");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task Every_package_the_program_consists_of_is_named_and_no_other()
    {
        var (exitCode, complained) = await WriteAsync(Deps);

        Assert.Equal("", complained);
        Assert.Equal(0, exitCode);
        using var deps = JsonDocument.Parse(await File.ReadAllTextAsync(Deps));
        var shipped = deps.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name);
        Assert.Equal(shipped.Order(StringComparer.OrdinalIgnoreCase), Named().Select(each => each.Package).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_text_of_every_licence_lies_beside_it()
    {
        await WriteAsync(Deps);

        Assert.NotEmpty(Named());
        Assert.All(Named(), each => Assert.True(
            Directory.Exists(Text(each.Package.Split('/')[0])) || each.Licence.Split(" OR ").Any(licence => File.Exists(Text(licence + ".txt"))),
            $"{each.Package}: {each.Licence}"));
    }

    [Fact]
    public async Task The_fonts_that_are_shipped_are_named()
    {
        await WriteAsync(Deps);

        var notices = await File.ReadAllTextAsync(Notices);
        var copied = Fonts().Matches(await File.ReadAllTextAsync(Path.Combine(SourceTree.Folder("scripts"), "publish"))).Select(font => font.Value).Distinct().ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, font => Assert.Contains(font, notices, StringComparison.Ordinal));
        Assert.True(File.Exists(Text("OFL-1.1.txt")));
    }

    [Fact]
    public async Task A_package_whose_licence_nobody_has_read_is_refused()
    {
        var packages = _folder.CreateSubdirectory("packages");
        await File.WriteAllTextAsync(
            Path.Combine(packages.CreateSubdirectory("unread/1.0").FullName, "unread.nuspec"), "<package><metadata>\n<id>Unread</id>\n<license type=\"file\">LICENSE</license>\n</metadata></package>");
        var deps = Path.Combine(_folder.FullName, "deps.json");
        await File.WriteAllTextAsync(deps, "{\n  \"path\": \"unread/1.0\"\n}\n");

        var (exitCode, complained) = await WriteAsync(deps, packages.FullName);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("The licence of Unread is not known", complained, StringComparison.Ordinal);
    }

    private string Notices => Path.Combine(_folder.FullName, "THIRD-PARTY-NOTICES.txt");

    private string Text(string name) => Path.Combine(_folder.FullName, "licences", name);

    private List<(string Package, string Licence)> Named() =>
        [.. File.ReadLines(Notices).Select(line => Entry().Match(line)).Where(entry => entry.Success).Select(entry => ($"{entry.Groups[1].Value}/{entry.Groups[2].Value}", entry.Groups[3].Value))];

    private async Task<(int ExitCode, string Complained)> WriteAsync(string deps, string? packages = null)
    {
        var start = new ProcessStartInfo(Path.Combine(SourceTree.Folder("scripts"), "notices"), [deps, _folder.FullName]) { RedirectStandardError = true };
        if (packages is not null)
        {
            start.Environment["NUGET_PACKAGES"] = packages;
        }

        using var script = Process.Start(start)!;
        var complained = await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        return (script.ExitCode, complained);
    }

    [GeneratedRegex(@"^(\S+) (\d\S+)  \[(.+)\]$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b\w+(-\w+)?\.ttf\b")]
    private static partial Regex Fonts();
}
