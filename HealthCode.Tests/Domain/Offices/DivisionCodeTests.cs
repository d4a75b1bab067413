using HealthCode.Domain.Offices;

namespace HealthCode.Tests.Domain.Offices;

public sealed class DivisionCodeTests
{
    [Theory]
    [InlineData("640000000000", 1, "64", null)]
    [InlineData("640100000000", 2, "6401", "640000000000")]
    [InlineData("640104000000", 3, "640104", "640100000000")]
    [InlineData("640104001000", 4, "640104001", "640104000000")]
    [InlineData("640104100000", 4, "640104100", "640104000000")]
    [InlineData("640104001201", 5, "640104001201", "640104001000")]
    [InlineData("640104001200", 5, "640104001200", "640104001000")]
    [InlineData("441900003001", 5, "441900003001", "441900003000")]
    [InlineData("441900003000", 4, "441900003", "441900000000")]
    public void A_code_tells_its_level_and_the_unit_above(string code, int level, string prefix, string? parent)
    {
        var division = DivisionCode.Parse(code);

        Assert.Equal((level, prefix, parent), (division.Level, division.Prefix, division.Parent?.Value));
        Assert.Equal(code, division.ToString());
    }

    [Theory]
    [InlineData("001", CommitteeKind.Residents)]
    [InlineData("199", CommitteeKind.Residents)]
    [InlineData("200", CommitteeKind.Village)]
    [InlineData("399", CommitteeKind.Village)]
    [InlineData("400", CommitteeKind.Residents)]
    [InlineData("499", CommitteeKind.Residents)]
    [InlineData("500", CommitteeKind.Village)]
    [InlineData("599", CommitteeKind.Village)]
    public void The_village_block_proposes_the_kind_of_committee(string block, CommitteeKind kind) =>
        Assert.Equal(kind, DivisionCode.Parse("640104001" + block).ProposedKind);

    [Theory]
    [InlineData("640104001201", true)]
    [InlineData("640104001000", true)]
    [InlineData("640104000000", true)]
    [InlineData("640000000000", true)]
    [InlineData("640104002000", false)]
    [InlineData("640104001202", false)]
    [InlineData("620000000000", false)]
    public void A_unit_covers_itself_and_what_lies_below_it(string above, bool covers) =>
        Assert.Equal(covers, DivisionCode.Parse(above).Covers(DivisionCode.Parse("640104001201")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("64010400120")]
    [InlineData("6401040012011")]
    [InlineData("64010400120X")]
    [InlineData("６４０１０４００１２０１")]
    [InlineData("000104001201")]
    [InlineData("6401-4001201")]
    public void Anything_but_twelve_digits_of_a_province_is_no_code(string? text)
    {
        Assert.False(DivisionCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => DivisionCode.Parse(text ?? ""));
    }

    [Fact]
    public void Blanks_around_a_code_are_overlooked() =>
        Assert.Equal("640104001201", DivisionCode.Parse(" 640104001201\n").Value);

    [Fact]
    public void A_listed_division_knows_its_parent_and_may_be_renamed()
    {
        var village = Division.Listed(DivisionCode.Parse("640104001201"), "样例村委会");

        village.Rename("新样例村委会");

        Assert.Equal(("640104001201", "新样例村委会", 5, "640104001000"), (village.Code, village.Name, village.Level, village.ParentCode));
        Assert.Null(Division.Listed(DivisionCode.Parse("640000000000"), "宁夏回族自治区").ParentCode);
    }
}
