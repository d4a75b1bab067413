using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;

namespace HealthCode.Tests.Architecture;

/// <summary>A province is one file: what is one province's is said in <c>Rules/Packs</c> and nowhere else. A comment may cite a notice.</summary>
public sealed partial class ProvinceTests
{
    /// <summary>Where a province stands for another reason. A place that needs no exception any more fails the twin.</summary>
    private static readonly (string Place, string Why)[] Exceptions =
    [
        ("HealthCode.Domain/Rules/Packs/", "the provinces themselves"),
        ("HealthCode.Web/Offices/DivisionList.cs", "whose list of divisions comes with the program"),
        ("HealthCode.Web/Hosting/Demo/", "the demo's village lies in one"),
        ("HealthCode.Web/Security/CommonPasswords.cs", "a word guessers begin with"),
    ];

    // The name of a stored JSON member, and of a field of stored drafts.
    private const string StoredName = "LeftNingxia";

    /// <summary>Where a rule comes from: it is read in the source and in RULES.md, by nobody at a desk.</summary>
    private static readonly IReadOnlyList<string> RuleSources =
    [
        .. typeof(Rule).Assembly.GetTypes().Concat(typeof(OfficeDb).Assembly.GetTypes())
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(Rule)).Select(property => ((Rule)property.GetValue(null)!).Source).Distinct(),
    ];

    private static readonly IReadOnlyList<(string Path, string Text)> Sources =
    [
        .. from project in (string[])["HealthCode.Domain", "HealthCode.Web"]
           from file in Directory.EnumerateFiles(SourceTree.Folder(project), "*.*", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(SourceTree.Folder(), file).Replace('\\', '/')
           where Path.GetExtension(path) is ".cs" or ".cshtml" or ".js" && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
           // What has been stored keeps its words.
           where !path.StartsWith("HealthCode.Web/Data/Migrations/", StringComparison.Ordinal)
           select (path, File.ReadAllText(file)),
    ];

    [Fact]
    public void Nothing_outside_the_packs_names_a_province_its_notices_or_its_days() => Assert.Empty(
        Sources.Where(file => !Exceptions.Any(each => file.Path.StartsWith(each.Place, StringComparison.Ordinal))).SelectMany(file => Found(file.Text).Select(word => $"{file.Path}: {word}")));

    [Fact]
    public void Twin_each_exception_is_one() => Assert.All(
        Exceptions, each => Assert.Contains(Sources, file => file.Path.StartsWith(each.Place, StringComparison.Ordinal) && Found(file.Text).Count > 0));

    [Fact]
    public void No_code_but_the_demos_refers_to_a_province() =>
        Assert.Empty(TypeReferences.In(typeof(OfficeDb).Assembly).Breaking((from, to) => IsProvince(to) && !from.StartsWith("HealthCode.Web.Hosting.Demo.", StringComparison.Ordinal)));

    [Fact]
    public void Twin_the_demo_does() =>
        Assert.NotEmpty(TypeReferences.In(typeof(OfficeDb).Assembly).Breaking((_, to) => IsProvince(to)));

    [Theory]
    [InlineData("""<p>此卡在宁夏区内有效</p>""", "宁夏")]
    [InlineData("""var pack = Ningxia.Pack;""", "Ningxia")]
    [InlineData("""RulePack = "hebei" """, "hebei")]
    [InlineData("""hint="例如 琼肺炎指〔2020〕29号" """, "琼肺炎指")]
    [InlineData("""new("依据", "见 63号 一(一)")""", "63号")]
    [InlineData("""label="返宁日期" """, "返宁")]
    [InlineData("""var address = "http://localhost"; return "14 天";""", "14 天")]
    [InlineData("""const string Text = @"\"; return "宁夏";""", "宁夏")]
    public void Twin_such_words_are_found(string source, string word) => Assert.Contains(word, Found(source));

    [Theory]
    [InlineData("/// <summary>宁夏 (宁疫指办发〔2020〕63号 二).</summary>")]
    [InlineData("x = 1; // 14 天")]
    [InlineData("@* 宁夏 *@ <p>本省</p>")]
    [InlineData("/* 河北\n海南 */ y = 2;")]
    [InlineData("form.LeftNingxia = true;")]
    [InlineData("""public static Rule One { get; } = new("a-b", "句子。", "宁疫指办发〔2020〕63号 附件1");""")]
    [InlineData("""hint="未满 14 周岁必填" """)]
    [InlineData("""hint="来文〔2020〕163号" """)]
    public void Twin_comments_sources_of_rules_and_stored_names_are_not(string source) => Assert.Empty(Found(source));

    private static bool IsProvince(string type) => typeof(Rule).Assembly.GetType(type)?.IsAssignableTo(typeof(IProvince)) == true && type != typeof(IProvince).FullName;

    private static List<string> Found(string source)
    {
        var text = WithoutComments(source).Replace(StoredName, "", StringComparison.Ordinal);
        foreach (var cited in RuleSources)
        {
            text = text.Replace($"\"{cited}\"", "\"\"", StringComparison.Ordinal);
        }

        return [.. Words().Matches(text).Select(match => match.Value)];
    }

    /// <summary>The text with its comments, of C#, script and Razor, left out; a comment's signs within quotes begin none.</summary>
    private static string WithoutComments(string source)
    {
        var kept = new StringBuilder(source.Length);
        foreach (Match part in Parts().Matches(source))
        {
            kept.Append(part.Groups["comment"].Success ? " " : part.Value);
        }

        return kept.ToString();
    }

    [GeneratedRegex("""(?<comment>(?<!:)//[^\n]*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@)|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|[\s\S]""")]
    private static partial Regex Parts();

    [GeneratedRegex("宁夏|河北|海南|ningxia|hebei|hainan|宁疫指办发|宁教办函|冀防领办|琼肺炎指|[返来入]宁|(?<![0-9])(?:63|66|71|73|169|29|38)号|14 天|十四天", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
