using System.Globalization;
using HealthCode.Domain.Auditing;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data.Mappings;

public sealed class AuditRecordMapping : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.NotAudited("the audit itself");
        builder.Retained("经办人的操作，只有编号；前后内容由审计自己销毁");
        builder.LeftBehind("its chain goes into the archive, whole");
        builder.HasKey(record => record.Id);
        builder.Ignore(record => record.IsDestroyed);
        builder.Property(record => record.At).HasConversion(at => UtcText.Of(at), text => Moment(text));
        builder.HasIndex(record => record.At);
        // When something was last done, and whether it ever was: a county has millions of records, of most actions a few.
        builder.HasIndex(record => new { record.Action, record.OfficeCode });
    }

    /// <summary>A moment that somebody has spoilt must not close the page that shows it.</summary>
    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? OfficeClock.AtOffice(at) : OfficeClock.AtOffice(default);
}
