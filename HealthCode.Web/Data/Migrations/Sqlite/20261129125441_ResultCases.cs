using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ResultCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "DeclaredAs",
                table: "DailyCheckIns",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ResultCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpenedAt = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Forwarded = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Reply = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Closing = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ClosedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultCases", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ResultCases_OfficeCode_ClosedAt",
                table: "ResultCases",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ResultCases_ResidentId_ClosedAt",
                table: "ResultCases",
                columns: new[] { "ResidentId", "ClosedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ResultCases");

            migrationBuilder.DropColumn(
                name: "DeclaredAs",
                table: "DailyCheckIns");
        }
    }
}
