using HealthCode.Domain.Rules;
using HealthCode.Domain.Rules.Packs;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Domain.Rules;

/// <summary>场所的规定 of each province.</summary>
public sealed class VenueTermsTests
{
    private static IEnumerable<RulePack> Provinces => RulePacks.All.Except(SampleProvince.Versions);

    [Fact]
    public void Every_province_has_one_notice_of_each_kind_with_its_source() => Assert.All(Provinces, pack =>
    {
        Assert.Equal([NoticeKind.HowToApply, NoticeKind.HowToUse, NoticeKind.Supervision, NoticeKind.NoThreshold], pack.Venues.Notices.Select(notice => notice.Kind));
        Assert.All(pack.Venues.Notices, notice => Assert.True(notice.Title.Length > 0 && notice.Lines.Count > 0 && notice.Citation.Quote.Length > 0));
    });

    [Fact]
    public void Only_one_province_has_a_code_of_a_place() => Assert.Equal([Hebei.Pack], Provinces.Where(pack => pack.Venues.Code is not null));

    [Fact]
    public void Entries_are_kept_where_the_notices_have_them_recorded_and_nowhere_else() =>
        Assert.Equal(["hainan", "hebei"], Provinces.Where(pack => pack.Venues.Entries is not null).Select(pack => pack.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Where_gates_keep_a_tally_venues_keep_no_entries() =>
        Assert.All(Provinces, pack => Assert.Equal(pack.Passages == PassageKeeping.Tally, pack.Venues.Entries is null));

    [Fact]
    public void The_kinds_are_those_of_the_notice_and_one_for_the_rest() => Assert.All(Provinces, pack =>
    {
        Assert.All(pack.Venues.Kinds.SkipLast(1), kind => Assert.Contains(kind, pack.Venues.KindsCitation.Quote, StringComparison.Ordinal));
        Assert.StartsWith("其他", pack.Venues.Kinds[^1], StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("ningxia", 4)]
    [InlineData("national", 4)]
    [InlineData("hainan", 4)]
    [InlineData("hebei", 5)]
    public void The_poster_of_the_code_is_looked_for_only_where_there_is_one(string province, int sheets) =>
        Assert.Equal(sheets, RulePacks.InForce(province, LawfulCase.Today).Venues.Sheets.Count);
}
