using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Declarations;

namespace HealthCode.Tests.Declarations;

/// <summary>读给本人听: what an old person hears of his form.</summary>
public sealed class SpokenDeclarationTests
{
    private static DeclarationInput Typed => DeclarationInput.Of(LawfulCase.Form with { Phone = PhoneNumber.Restore("13812345671") }, "form-1");

    [Fact]
    public void Warning_items_answers_and_promise_are_read_word_for_word()
    {
        var text = Text(Typed);

        Assert.Contains("请如实填报，如有隐瞒或虚假填报，将依法追究责任", text, StringComparison.Ordinal);
        Assert.Contains("以上内容属实，如隐瞒、虚报，本人承担一切法律责任或相应后果。", text, StringComparison.Ordinal);
        Assert.All(HealthQuestion.All, question => Assert.Contains(question.TextIn(LawfulCase.Pack.Pass), text, StringComparison.Ordinal));
        Assert.Equal(6, text.Split("您的回答：否。").Length - 1);
        Assert.Equal(2, text.Split("您的回答：是。").Length - 1);
    }

    [Fact]
    public void Of_numbers_the_last_four_are_read_digit_by_digit_and_the_whole_never()
    {
        var sentences = Of(Typed);

        Assert.Contains(sentences, sentence => sentence.Text.Contains("最后四位是 0010", StringComparison.Ordinal) && sentence.Spoken.Contains("零 零 幺 零", StringComparison.Ordinal));
        Assert.Contains(sentences, sentence => sentence.Spoken.Contains("五 六 七 幺", StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.DoesNotContain("19480229", sentence.Text + sentence.Spoken, StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.DoesNotContain("1381234", sentence.Text + sentence.Spoken, StringComparison.Ordinal));
    }

    [Fact]
    public void Days_are_read_as_one_says_them() =>
        Assert.Contains(Of(Typed), sentence => sentence.Text.Contains("1948年2月29日出生", StringComparison.Ordinal) && sentence.Spoken.Contains("一九四八年二月二十九日出生", StringComparison.Ordinal));

    [Fact]
    public void An_empty_form_is_read_as_empty_and_what_was_typed_wrong_as_it_was_typed()
    {
        Assert.All(["姓名还没有填", "出生日期还没有填", "居民身份证号码还没有填", "户籍地址：还没有填", "您的回答：还没有答"], words => Assert.Contains(words, Text(new()), StringComparison.Ordinal));

        var wrong = Typed;
        wrong.TravelOn = "20200231";
        Assert.Contains("20200231出行", Text(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_answers_for_him_is_read_too()
    {
        var form = Typed;
        (form.GuardianName, form.GuardianRelation, form.ScribeName) = ("马志强", "父亲", "王秀兰");

        Assert.Contains("监护人马志强，是您的父亲。这张表是王秀兰替您填的。", Text(form), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_document_the_reason_is_read()
    {
        var form = Typed;
        (form.DocumentKind, form.DocumentReason) = (IdentityDocumentKind.None, "补办中");

        Assert.Contains("没有证件，原因：补办中。", Text(form), StringComparison.Ordinal);
    }

    private static IReadOnlyList<SpokenSentence> Of(DeclarationInput form) => SpokenDeclaration.Of(form, LawfulCase.Pack.Pass, LawfulCase.Today);

    private static string Text(DeclarationInput form) => string.Concat(Of(form).Select(sentence => sentence.Text));
}
