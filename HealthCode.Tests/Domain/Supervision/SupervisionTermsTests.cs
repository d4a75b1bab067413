using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Supervision;

/// <summary>What each province's notices say of supervision, and what they do not.</summary>
public sealed class SupervisionTermsTests
{
    private static IEnumerable<RulePack> Packs => RulePacks.All.Except(SampleProvince.Versions);

    [Fact]
    public void The_five_problems_are_ningxias_alone() =>
        Assert.Equal([("ningxia", 5)], Packs.Where(pack => pack.Supervision.SelfCheck.Count > 0).Select(pack => (pack.Code, pack.Supervision.SelfCheck.Count)));

    [Fact]
    public void Masks_and_air_are_what_the_national_notice_inspects_and_hainan_inspects_nothing()
    {
        Assert.Equal(["测温验码", "口罩佩戴", "通风消毒"], National.Pack.Supervision.Inspections[0].Items.Take(3).Select(item => item.Text));
        Assert.Empty(Hainan.Pack.Supervision.Inspections);
        Assert.Null(Hainan.Pack.Supervision.Recognition);
    }

    [Fact]
    public void The_schools_notice_names_gloves_gowns_guards_and_nurses() =>
        Assert.Superset(new HashSet<string>(["手套", "防护服", "专职保安员", "卫生专业技术人员"]), Ningxia.Pack.Supervision.Supplies.Select(term => term.Name).ToHashSet());

    [Fact]
    public void Moments_are_those_of_the_notices() => Assert.Equal(
        [("hainan", "2020-02-28 00:00"), ("hainan", "daily 22:00"), ("hainan", "daily 08:00"), ("hebei", "2020-05-01 00:00"), ("hebei", "2020-05-06 17:00"), ("national", "2020-12-20 00:00")],
        Packs.SelectMany(pack => pack.Supervision.Deadlines.Select(term => (pack.Code, $"{term.Day?.ToString("yyyy-MM-dd", null) ?? "daily"} {term.Time:HH:mm}"))).OrderBy(each => each.Code, StringComparer.Ordinal));

    [Fact]
    public void Every_notice_that_is_cited_is_on_the_list_of_its_province() => Assert.All(Packs, pack =>
    {
        var listed = pack.Supervision.Notices.Select(notice => notice.Number).ToHashSet();
        Assert.All(Cited(pack), notice => Assert.Contains(notice, listed));
    });

    [Fact]
    public void Codes_are_unique_within_a_province() => Assert.All(Packs, pack =>
    {
        var terms = pack.Supervision;
        Assert.All(
            new[] { terms.SelfCheck.Select(each => each.Code), terms.Inspections.Select(each => each.Code), terms.Deadlines.Select(each => each.Code), terms.Supplies.Select(each => each.Name) }
                .Concat(terms.Inspections.Select(form => form.Items.Select(item => item.Code))),
            codes => Assert.Equal(codes.Distinct().Count(), codes.Count()));
    });

    private static IEnumerable<string> Cited(RulePack pack) =>
    [
        pack.Notice, pack.PassagesCitation.Notice, .. pack.Clauses.Concat(pack.Conditions).Select(clause => clause.Citation.Notice), .. pack.HealthCode.Grounds.Select(ground => ground.Citation.Notice),
        .. pack.HealthCode.Transitions.Select(each => each.Citation.Notice), .. pack.Supervision.Inspections.Select(form => form.Citation.Notice), .. pack.Supervision.Deadlines.Select(term => term.Citation.Notice),
        .. new[] { pack.Supervision.SelfCheckCitation, pack.Supervision.SuppliesCitation, pack.Supervision.Recognition?.Citation, pack.HealthCode.Clear, pack.HealthCode.Corrections?.Citation }.OfType<Citation>().Select(each => each.Notice),
    ];
}
