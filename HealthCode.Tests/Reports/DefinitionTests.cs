using System.Text.RegularExpressions;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;
using HealthCode.Web.Auditing;
using HealthCode.Web.Reports;

namespace HealthCode.Tests.Reports;

/// <summary>指标说明: what goes upward names notices and laws, and says about days what the rules say.</summary>
public sealed partial class DefinitionTests
{
    private static readonly string[] Laws = ["个人信息保护法", "网络安全法", "GB/T 22239—2019"];

    private static IReadOnlyList<Report> Every =>
    [
        .. typeof(Report).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Report)) && !type.IsAbstract)
            .Select(type => (Report)(type == typeof(AuditReport) ? new AuditReport(new AuditQuery(null, null, null, null, null, null)) : type == typeof(RegisterLedgerReport) ? new RegisterLedgerReport(RegisterKind.Medicines) : Activator.CreateInstance(type)!)),
    ];

    [Fact]
    public void No_sheet_cites_anything_but_notices_and_laws()
    {
        Assert.True(Every.Count > ReportCatalog.All.Select(report => report.GetType()).Distinct().Count());
        Assert.All(Every, report => Assert.All(RulePacks.All.Except(SampleProvince.Versions).SelectMany(report.Definitions), definition => Assert.True(IsFitToSend(definition), $"{report.Name}: {definition}")));
        Assert.All(Every, report => Assert.DoesNotMatch(Ours(), report.Purpose));
    }

    [Fact]
    public void An_office_cites_no_other_provinces_notice()
    {
        string[] Of(RulePack pack) => [.. Every.SelectMany(report => report.Definitions(pack)).Select(definition => definition.Source).Where(source => source.Length > 0 && !Laws.Any(law => source.StartsWith(law, StringComparison.Ordinal)) && !source.StartsWith("国办发", StringComparison.Ordinal))];

        Assert.All(Of(Ningxia.Pack), source => Assert.StartsWith("宁", source, StringComparison.Ordinal));
        Assert.All(Of(Hebei.Pack), source => Assert.StartsWith("冀防领办", source, StringComparison.Ordinal));
        Assert.All(Of(Hainan.Pack), source => Assert.StartsWith("琼肺炎指", source, StringComparison.Ordinal));
        Assert.All(Of(National.Pack), source => Assert.StartsWith("眉山市", source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("数", "宁疫指办发〔2020〕73号 四(四)", true)]
    [InlineData("数", "个人信息保护法 第五十一条；GB/T 22239—2019 安全审计", true)]
    [InlineData("数", "", true)]
    [InlineData("数", "DECISIONS.md D23", false)]
    [InlineData("数", "宁教办函〔2020〕38号；DECISIONS.md D28", false)]
    [InlineData("见 DECISIONS.md D23", "", false)]
    [InlineData("按 D2 数", "", false)]
    [InlineData("数", "本项目", false)]
    public void A_document_of_ours_is_found_out(string meaning, string source, bool isFit) => Assert.Equal(isFit, IsFitToSend(new("数", meaning, source)));

    [Fact]
    public void A_sentence_about_the_validity_is_the_rule_packs_and_says_what_the_card_does()
    {
        var said = Every.SelectMany(report => report.Definitions(Ningxia.Pack)).Where(definition => definition.Figure.Contains("有效期至", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, said.Count);
        Assert.All(said, definition => Assert.Equal((true, "宁疫指办发〔2020〕63号 二"), (definition.Meaning.StartsWith(Ningxia.Pack.Pass.ValiditySentence, StringComparison.Ordinal), definition.Source)));
        var issued = new DateOnly(2020, 3, 5);
        Assert.Contains($"核发日期加 {ValidityPeriod.From(issued, Ningxia.Pack).LastDay.DayNumber - issued.DayNumber} 天", Ningxia.Pack.Pass.ValiditySentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Every.SelectMany(report => report.Definitions(Ningxia.Pack)), definition => definition.Meaning.Contains("两头都算", StringComparison.Ordinal));
    }

    private static bool IsFitToSend(Definition definition) =>
        !Ours().IsMatch(definition.ToString()) && definition.Source.Split('；').All(source => source.Length == 0 || Notice().IsMatch(source) || Laws.Any(law => source.StartsWith(law, StringComparison.Ordinal)));

    [GeneratedRegex(@"^((宁疫指办发|宁教办函|冀防领办|琼肺炎指|国办发)〔20\d\d〕\d+号|眉山市《进一步推广使用国家防疫健康码的通知》)( |$)")]
    private static partial Regex Notice();

    [GeneratedRegex(@"RULES|DECISIONS|本项目|\bD\d{1,2}\b")]
    private static partial Regex Ours();
}
