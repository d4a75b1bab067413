using System.Globalization;
using System.Security.Cryptography;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Passes;

public sealed class DocumentTagTests
{
    private const string Paper = "11010519491231002X";

    private static readonly byte[] Key = PublishedVector.DocumentTagKeyBytes;

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("１１０１０５１９４９１２３１００２ｘ")]
    [InlineData(" 110105 19491231 002X ")]
    [InlineData("110105　19491231　002X")]
    [InlineData("11010519491231002×")]
    [InlineData("11010519491231002Х")]
    [InlineData("'11010519491231002X")]
    [InlineData("\u200E11010519491231002X\u202C")]
    [InlineData("110105491231002")]
    [InlineData("１１０１０５４９１２３１００２")]
    public void One_number_gives_one_mark_however_it_is_typed(string typed) => Assert.Equal(Of(Paper), Of(typed));

    [Theory]
    [InlineData("110105194912310020")]
    [InlineData("11010519491231002")]
    [InlineData("11010519491231002XX")]
    [InlineData("640104194802290010")]
    [InlineData("")]
    public void Another_number_gives_another_mark(string typed) => Assert.NotEqual(Of(Paper), Of(typed));

    [Fact]
    public void Another_card_or_another_key_gives_another_mark()
    {
        Assert.NotEqual(Of(Paper), DocumentTag.Of(Key, Number(2), Paper));
        Assert.NotEqual(Of(Paper), DocumentTag.Of(RandomNumberGenerator.GetBytes(16), Number(), Paper));
    }

    [Fact]
    public void It_is_the_beginning_of_an_HMAC_over_card_and_paper()
    {
        var digest = HMACSHA256.HashData(Key, System.Text.Encoding.ASCII.GetBytes(Number().Value + Paper));

        Assert.Equal(digest[..3], Of(Paper).Bytes);
        Assert.Equal(Of(Paper), DocumentTag.Restore(digest.AsSpan(0, 3)));
    }

    [Fact]
    public void A_strangers_number_hardly_ever_fits()
    {
        var mark = Of(Paper);

        var fitting = Strangers().AsParallel().Count(number => Of(number) == mark);

        // One in 16.7 million: of 300,000 none as a rule, and four once in two hundred million keys.
        Assert.InRange(fitting, 0, 3);
    }

    [Fact]
    public void Marks_of_strangers_are_spread_over_all_24_bits()
    {
        var marks = Strangers().AsParallel().Select(Of).ToList();

        // Of 300,000 thrown into 16.7 million places, some 2,700 meet another.
        Assert.InRange(marks.Count - marks.Distinct().Count(), 2_300, 3_100);
        Assert.All(Enumerable.Range(0, 24), bit => Assert.InRange(marks.Count(mark => (mark.Bytes[bit / 8] >> (bit % 8) & 1) == 1), 148_000, 152_000));
    }

    [Fact]
    public void A_holder_with_a_paper_has_the_mark_of_its_number() =>
        Assert.Equal(Of(Applicant.Document.Number), DocumentTag.Of(Key, Number(), Applicant));

    [Fact]
    public void A_holder_without_papers_has_a_mark_that_nobody_types()
    {
        var holder = Applicant with { Document = IdentityDocument.Restore(IdentityDocumentKind.None, "", "从未办理", false) };
        var mark = DocumentTag.Of(Key, Number(), holder);

        Assert.Equal(mark, DocumentTag.Of(Key, Number(), holder));
        Assert.NotEqual(mark, DocumentTag.Of(Key, Number(), holder with { Name = PersonName.Restore("马德海") }));
        string[] typed = ["", holder.Key, "-" + holder.Key, $"-{Number().Value}{holder.Key}", holder.Name.Value, "无证件"];
        Assert.All(typed, each => Assert.NotEqual(mark, Of(each)));
        Assert.InRange(Strangers().AsParallel().Count(number => Of(number) == mark), 0, 3);
    }

    private static DocumentTag Of(string paper) => DocumentTag.Of(Key, Number(), paper);

    /// <summary>300,000 numbers of one county, right to the check digit.</summary>
    private static IEnumerable<string> Strangers() => Enumerable.Range(0, 300_000).Select(i =>
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"640104{new DateOnly(1940, 1, 1).AddDays(i % 20_000):yyyyMMdd}{i / 20_000:000}");
        return body + CheckCharacter.Mod11Radix2(body);
    });
}
