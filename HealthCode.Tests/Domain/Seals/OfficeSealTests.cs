using HealthCode.Domain.Seals;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.Seals;

public sealed class OfficeSealTests
{
    private static readonly byte[] Image = [0x89, 0x50, 0x4E, 0x47];

    [Fact]
    public void A_seal_is_laid_down_with_the_document_that_approved_printing_it()
    {
        var seal = OfficeSeal.Register(Office(), Image, "样政办函〔2020〕5号", Reviewer, Now);

        Assert.Equal((Code, "样政办函〔2020〕5号", Reviewer, Now), (seal.OfficeCode, seal.ApprovingDocument, seal.RegisteredBy, seal.RegisteredAt));
        Assert.Equal(Image, seal.Image);
    }

    [Fact]
    public void Without_a_document_no_seal_is_printed() =>
        Assert.Equal([SealRules.DocumentNamed], Forbids(() => OfficeSeal.Register(Office(), Image, "", Reviewer, Now)));
}
